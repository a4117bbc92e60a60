'use client'

import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { AnswerProps } from '@/components/checkin/answer-props'
import { sendFile } from '@/components/checkin/send-file'
import { buttonStyle } from '@/components/ui/button-style'
import { DrawingPad } from '@/components/ui/drawing-pad'

type SignatureAnswerProps = Pick<
  AnswerProps,
  'field' | 'files' | 'words' | 'filesPath' | 'changeFiles' | 'hold'
>

/** A signature, drawn or typed; taken over by its button or with the form. */
export default function SignatureAnswer({
  field,
  files,
  words,
  filesPath,
  changeFiles,
  hold,
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
    <DrawingPad
      label={field.label}
      words={words}
      hold={hold}
      keep={async (image) => {
        if (!filesPath) return words.uploadFailed
        const kept = await sendFile(filesPath, field.key, image, words)
        if (typeof kept === 'string') return kept
        changeFiles([kept])
        setAnew(false)
        hold(null)
        return ''
      }}
    />
  )
}
