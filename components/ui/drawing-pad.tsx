'use client'

import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { SignatureCanvas } from '@/components/ui/signature-canvas'
import { useSignaturePad } from '@/components/ui/use-signature-pad'
import { writeName } from '@/components/ui/write-name'

type DrawingPadProps = {
  label: string
  words: Record<'accept' | 'clear' | 'typeName' | 'uploadFailed', string>
  /** Taking it is what the page is about. */
  isMain?: boolean
  /** Keeps the drawing; answers why it could not, or nothing. */
  keep: (image: Blob) => Promise<string>
  /** Hears how to take what is drawn and not taken yet; null once there is nothing. */
  hold?: (take: (() => Promise<void>) | null) => void
}

/**
 * A field to draw a signature in, or to have one's typed name written in for who cannot draw, with the button that takes it; light enough for a
 * company's site.
 */
export function DrawingPad({ label, words, isMain = false, keep, hold }: DrawingPadProps) {
  const [isEmpty, setEmpty] = useState(true)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState('')
  const { canvas, pad } = useSignaturePad((drawing) => mark(drawing.isEmpty()))

  function mark(isBlank: boolean) {
    setEmpty(isBlank)
    hold?.(isBlank ? null : accept)
  }

  async function accept() {
    const field = canvas.current
    const image = field && (await new Promise<Blob | null>((done) => field.toBlob(done, 'image/png')))
    setProblem(image ? await keep(image) : words.uploadFailed)
  }

  function write(typed: string) {
    setName(typed)
    pad.current?.clear()
    if (canvas.current) writeName(canvas.current, typed.trim())
    mark(typed.trim() === '')
  }

  return (
    <div className="grid gap-2">
      <SignatureCanvas ref={canvas} label={label} />
      <label className="grid gap-1 text-muted text-sm">
        {words.typeName}
        <input
          value={name}
          maxLength={120}
          autoComplete="name"
          onChange={({ target }) => write(target.value)}
          className="h-12 rounded border border-control bg-surface px-3 text-base text-ink"
        />
      </label>
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
            onClick={() => write('')}
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
