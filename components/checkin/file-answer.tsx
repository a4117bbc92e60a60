'use client'

import { FileText, Image as ImageIcon, LoaderCircle, Plus, X } from 'lucide-react'
import { type ChangeEvent, useState } from 'react'
import type { AnswerProps } from '@/components/checkin/answer-props'
import { sendFile } from '@/components/checkin/send-file'
import { buttonStyle } from '@/components/ui/button-style'

/** Photos and papers: sent one by one as they are chosen, to be looked at and taken out again. */
export function FileAnswer({
  field,
  files,
  words,
  filesPath,
  changeFiles,
  hint,
}: Pick<AnswerProps, 'field' | 'files' | 'words' | 'filesPath' | 'changeFiles'> & { hint: string }) {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState('')
  const isPhoto = field.kind === 'identity'

  async function add({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])]
    target.value = ''
    if (!filesPath) return
    setSending(true)
    setProblem('')
    let own = files
    for (const file of chosen) {
      const kept = await sendFile(filesPath, field.key, file, words)
      if (typeof kept === 'string') setProblem(kept)
      else {
        own = [...own, kept]
        changeFiles(own)
      }
    }
    setSending(false)
  }

  async function remove(id: string) {
    const answer = await fetch(`${filesPath}/${id}`, { method: 'DELETE' }).catch(() => null)
    if (answer?.ok || answer?.status === 404) changeFiles(files.filter((file) => file.id !== id))
    else setProblem(words.uploadFailed)
  }

  return (
    <div className="grid gap-2">
      <ul className="grid gap-2 empty:hidden">
        {files.map((file, index) => {
          const Icon = file.contentType === 'application/pdf' ? FileText : ImageIcon
          return (
            <li key={file.id} className="flex min-h-12 items-center gap-3 rounded border bg-surface pl-3">
              <Icon aria-hidden="true" className="size-5 shrink-0 text-active" />
              <a
                href={`${filesPath}/${file.id}`}
                target="_blank"
                rel="noreferrer"
                className="min-w-0 flex-1 underline decoration-line-strong underline-offset-4"
              >
                {words.view} {files.length > 1 && index + 1}
                <span className="tabular ml-2 text-muted text-sm">
                  {`${Math.max(1, Math.round(file.bytes / 1_000))} kB`}
                </span>
              </a>
              <button
                type="button"
                onClick={() => remove(file.id)}
                className="grid size-12 shrink-0 place-items-center rounded text-muted hover:text-ink"
              >
                <X aria-hidden="true" className="size-5" />
                <span className="sr-only">{`${words.remove}: ${field.label} ${index + 1}`}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <label
        className={`${buttonStyle({ size: 'lg' })} w-full cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring sm:w-fit`}
      >
        {isSending ? (
          <LoaderCircle aria-hidden="true" className="animate-spin" />
        ) : (
          <Plus aria-hidden="true" />
        )}
        {isSending ? words.uploading : isPhoto ? words.addPhoto : words.addFile}
        <input
          type="file"
          multiple
          disabled={isSending || !filesPath}
          accept={
            isPhoto ? 'image/jpeg,image/png,image/webp' : 'image/jpeg,image/png,image/webp,application/pdf'
          }
          onChange={add}
          className="sr-only"
        />
      </label>
      {hint && files.length === 0 && <p className="text-muted text-sm">{hint}</p>}
      <p role="alert" className="text-overdue-text text-sm empty:hidden">
        {problem}
      </p>
    </div>
  )
}
