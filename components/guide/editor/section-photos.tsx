'use client'

import { ImagePlus, LoaderCircle, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useState } from 'react'
import { toast } from 'sonner'
import { buttonStyle } from '@/components/ui/button-style'
import { IconButton } from '@/components/ui/icon-button'

type SectionPhotosProps = { ids: string[]; change: (ids: string[]) => void }

/** The pictures of a section: sent as they are chosen, kept with the guide when it is saved. */
export function SectionPhotos({ ids, change }: SectionPhotosProps) {
  const t = useTranslations('guide')
  const [isSending, setSending] = useState(false)

  async function add({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])]
    target.value = ''
    setSending(true)
    let known = ids
    for (const file of chosen) {
      const sent = await send(file)
      if ('id' in sent) {
        known = [...known, sent.id]
        change(known)
      } else toast.error(sent.message || t('photoFailed'))
    }
    setSending(false)
  }

  return (
    <div className="grid gap-2">
      <ul className="flex flex-wrap gap-2 empty:hidden">
        {ids.map((id, index) => (
          <li key={id} className="relative">
            <img
              src={`/api/guide-photos/${id}`}
              alt={t('photo', { nth: index + 1 })}
              className="h-24 rounded border object-cover"
            />
            <IconButton
              label={t('removePhoto', { nth: index + 1 })}
              className="absolute top-1 right-1 bg-surface"
              onClick={() => change(ids.filter((one) => one !== id))}
            >
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <label
        className={`${buttonStyle({ size: 'sm' })} w-fit cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring`}
      >
        {isSending ? (
          <LoaderCircle aria-hidden="true" className="animate-spin" />
        ) : (
          <ImagePlus aria-hidden="true" />
        )}
        {t('addPhoto')}
        <input
          type="file"
          multiple
          disabled={isSending}
          accept="image/jpeg,image/png,image/webp"
          onChange={add}
          className="sr-only"
        />
      </label>
    </div>
  )
}

async function send(file: File): Promise<{ id: string } | { message: string }> {
  try {
    const answer = await fetch('/api/guide-photos', { method: 'POST', body: file })
    const body = await answer.json()
    return answer.ok ? { id: body.data.id } : { message: body.error?.message ?? '' }
  } catch {
    return { message: '' }
  }
}
