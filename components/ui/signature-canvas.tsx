import type { RefObject } from 'react'

/** The paper of a signature with the line to sign on; `useSignaturePad` draws on it. */
export function SignatureCanvas({ label, ref }: { label: string; ref: RefObject<HTMLCanvasElement | null> }) {
  return (
    <div className="relative">
      <canvas
        ref={ref}
        role="img"
        aria-label={label}
        className="h-44 w-full touch-none rounded-lg border border-control bg-white"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-6 bottom-10 border-line-strong border-b border-dashed"
      />
    </div>
  )
}
