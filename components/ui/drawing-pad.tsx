'use client'

import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { SignatureCanvas } from '@/components/ui/signature-canvas'
import { useSignaturePad } from '@/components/ui/use-signature-pad'

type DrawingPadProps = {
  label: string
  words: Record<'accept' | 'clear' | 'uploadFailed', string>
  /** Taking it is what the page is about. */
  isMain?: boolean
  /** Keeps the drawing; answers why it could not, or nothing. */
  keep: (image: Blob) => Promise<string>
}

/** A field to draw a signature in, with the button that takes it; light enough for a company's site. */
export function DrawingPad({ label, words, isMain = false, keep }: DrawingPadProps) {
  const [isEmpty, setEmpty] = useState(true)
  const [problem, setProblem] = useState('')
  const { canvas, pad } = useSignaturePad((drawing) => setEmpty(drawing.isEmpty()))

  function accept() {
    canvas.current?.toBlob(
      async (image) => setProblem(image ? await keep(image) : words.uploadFailed),
      'image/png',
    )
  }

  return (
    <div className="grid gap-2">
      <SignatureCanvas ref={canvas} label={label} />
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          disabled={isEmpty}
          onClick={accept}
          className={buttonStyle({
            size: 'lg',
            variant: isMain ? 'primary' : undefined,
            className: isMain && 'flex-1 sm:flex-none',
          })}
        >
          {words.accept}
        </button>
        {!isEmpty && (
          <button
            type="button"
            onClick={() => {
              pad.current?.clear()
              setEmpty(true)
            }}
            className={buttonStyle({ variant: 'ghost', size: 'lg' })}
          >
            {words.clear}
          </button>
        )}
      </div>
      <p role="alert" className="text-overdue-text text-sm empty:hidden">
        {problem}
      </p>
    </div>
  )
}
