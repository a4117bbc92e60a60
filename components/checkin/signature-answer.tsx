'use client'

import { CircleCheck } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import type { AnswerProps } from '@/components/checkin/answer-props'
import { sendFile } from '@/components/checkin/send-file'
import { buttonStyle } from '@/components/ui/button-style'

type SignatureAnswerProps = Pick<AnswerProps, 'field' | 'files' | 'words' | 'filesPath' | 'changeFiles'>

/** A signature drawn with finger or mouse. Paper is white in the dark too: what is drawn here is printed. */
export default function SignatureAnswer({
  field,
  files,
  words,
  filesPath,
  changeFiles,
}: SignatureAnswerProps) {
  const [isAnew, setAnew] = useState(false)
  if (files.length > 0 && !isAnew) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <span className="flex items-center gap-2">
          <CircleCheck aria-hidden="true" className="size-5 text-active" />
          {words.signed}
        </span>
        <button type="button" onClick={() => setAnew(true)} className={buttonStyle({ size: 'lg' })}>
          {words.signAgain}
        </button>
      </div>
    )
  }
  return (
    <Pad
      label={field.label}
      words={words}
      keep={async (image) => {
        if (!filesPath) return words.uploadFailed
        const kept = await sendFile(filesPath, field.key, image, words.uploadFailed)
        if (typeof kept === 'string') return kept
        changeFiles([kept])
        setAnew(false)
        return ''
      }}
    />
  )
}

type PadProps = {
  label: string
  words: AnswerProps['words']
  /** Keeps the drawing; answers why it could not, or nothing. */
  keep: (image: Blob) => Promise<string>
}

function Pad({ label, words, keep }: PadProps) {
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
