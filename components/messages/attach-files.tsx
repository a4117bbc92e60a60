'use client'

import { LoaderCircle, Paperclip, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useState } from 'react'
import { toast } from 'sonner'
import { buttonStyle } from '@/components/ui/button-style'
import { IconButton } from '@/components/ui/icon-button'

/** A file that waits to be sent. */
export type WaitingFile = { id: string; name: string }

type AttachFilesProps = {
  customerId: string
  files: WaitingFile[]
  change: (files: WaitingFile[]) => void
}

/** Photos and PDFs for the next message: brought to us as they are chosen, sent with the words. */
export function AttachFiles({ customerId, files, change }: AttachFilesProps) {
  const t = useTranslations('messages')
  const [isSending, setSending] = useState(false)

  async function add({ target }: ChangeEvent<HTMLInputElement>) {
    if (isSending) return
    const chosen = [...(target.files ?? [])]
    target.value = ''
    setSending(true)
    let own = files
    for (const file of chosen) {
      const kept = await bring(file, customerId)
      if (typeof kept === 'string') toast.error(kept || t('attachFailed'))
      else {
        own = [...own, { id: kept.id, name: kept.name ?? file.name }]
        change(own)
      }
    }
    setSending(false)
  }

  return (
    <>
      <ul className="order-first flex basis-full flex-wrap gap-2 empty:hidden">
        {files.map(({ id, name }) => (
          <li
            key={id}
            className="flex min-w-0 max-w-full items-center rounded border bg-surface pl-2.5 text-sm"
          >
            <span className="min-w-0 truncate">{name}</span>
            <IconButton
              label={t('detach', { name })}
              size="icon-sm"
              onClick={() => change(files.filter((file) => file.id !== id))}
            >
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <label
        className={`${buttonStyle({ variant: 'ghost' })} cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring`}
      >
        {isSending ? (
          <LoaderCircle aria-hidden="true" className="animate-spin" />
        ) : (
          <Paperclip aria-hidden="true" />
        )}
        {t(isSending ? 'attaching' : 'attach')}
        <input
          type="file"
          multiple
          // Not disabled: that would take the focus from whoever came here by keyboard.
          aria-disabled={isSending}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          onChange={add}
          className="sr-only"
        />
      </label>
    </>
  )
}

/** Brings a file's bare bytes to us; the answer is what was kept, or a sentence why not. */
async function bring(file: File, customerId: string): Promise<{ id: string; name: string | null } | string> {
  const query = new URLSearchParams({ customerId, name: file.name })
  try {
    const answer = await fetch(`/api/message-files?${query}`, { method: 'POST', body: file })
    const { data, error } = await answer.json()
    return answer.ok ? data : (error?.message ?? '')
  } catch {
    return ''
  }
}
