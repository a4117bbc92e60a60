'use client'

import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { buttonStyle } from '@/components/ui/button-style'

type DrawingPadProps = {
  label: string
  words: Record<'accept' | 'clear' | 'uploadFailed', string>
  /** Keeps the drawing; answers why it could not, or nothing. */
  keep: (image: Blob) => Promise<string>
}

/**
 * A field to draw a signature in, with the button that takes it; light enough for a company's site. Paper is white in the
 * dark too: what is drawn here is printed.
 */
export function DrawingPad({ label, words, keep }: DrawingPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  const [isEmpty, setEmpty] = useState(true)
  const [problem, setProblem] = useState('')

  useEffect(() => {
    const field = canvas.current
    if (!field) return
    const scale = Math.max(2, window.devicePixelRatio)
    field.width = field.offsetWidth * scale
    field.height = field.offsetHeight * scale
    field.getContext('2d')?.scale(scale, scale)
    const drawing = new SignaturePad(field, { penColor: '#111318', backgroundColor: '#ffffff' })
    pad.current = drawing
    const ended = () => setEmpty(drawing.isEmpty())
    drawing.addEventListener('endStroke', ended)
    return () => {
      drawing.removeEventListener('endStroke', ended)
      drawing.off()
    }
  }, [])

  function accept() {
    canvas.current?.toBlob(
      async (image) => setProblem(image ? await keep(image) : words.uploadFailed),
      'image/png',
    )
  }

  return (
    <div className="grid gap-2">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className="h-44 w-full touch-none rounded-lg border border-control bg-white"
      />
      <div className="flex flex-wrap gap-2">
        <button type="button" disabled={isEmpty} onClick={accept} className={buttonStyle({ size: 'lg' })}>
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
