'use client'

import { ImagePlus, LoaderCircle, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import type { ActionResult } from '@/lib/core/action'
import type { BrandPicture } from '@/lib/core/brand-pictures'

type PictureUploadProps = {
  /** What the picture is, and what is wanted of it. */
  label: string
  help: string
  picture: (Pick<BrandPicture, 'url' | 'width' | 'height'> & { ground?: BrandPicture['ground'] }) | null
  fit: 'contain' | 'cover'
  /** Where its bytes are put. */
  address: string
  saved: string
  remove: () => Promise<ActionResult<unknown>>
}

/** A picture that everybody sees: shown as soon as it is chosen, and gone as soon as it is removed. */
export function PictureUpload({ label, help, picture, fit, address, saved, remove }: PictureUploadProps) {
  const t = useTranslations('dashboard.picture')
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const note = useId()

  async function put({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    setBusy(true)
    const refusal = await send(address, file)
    setBusy(false)
    setProblem(refusal === 'photo_invalid' ? t('invalid') : refusal && t('failed'))
    if (refusal) return
    toast.success(saved)
    router.refresh()
  }

  async function takeAway() {
    setBusy(true)
    const answer = await remove()
    setBusy(false)
    setProblem(answer.ok ? null : answer.error.message)
    if (answer.ok) router.refresh()
  }

  return (
    <div className="grid grid-cols-[8rem_1fr] items-center gap-4">
      <div
        className={cn(
          'grid h-20 place-items-center overflow-hidden rounded border bg-surface',
          picture?.ground === 'light' && 'bg-white',
          picture?.ground === 'dark' && 'bg-[#14171b]',
        )}
      >
        {picture ? (
          <img
            src={picture.url}
            alt={label}
            width={picture.width}
            height={picture.height}
            className={cn('h-full w-full', fit === 'contain' ? 'object-contain p-2' : 'object-cover')}
          />
        ) : (
          <ImagePlus aria-hidden="true" className="size-5 text-faint" />
        )}
      </div>
      <div className="grid gap-2">
        <div>
          <p className="font-medium text-sm">{label}</p>
          <p
            id={note}
            role={problem ? 'alert' : undefined}
            className={cn('text-xs', problem ? 'text-overdue-text' : 'text-muted')}
          >
            {problem ?? help}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <label
            className={cn(
              buttonStyle({ size: 'sm' }),
              'cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring',
            )}
          >
            {isBusy && <LoaderCircle aria-hidden="true" className="animate-spin" />}
            {picture ? t('replace') : t('upload')}
            <span className="sr-only">{label}</span>
            <input
              type="file"
              disabled={isBusy}
              aria-describedby={note}
              accept="image/png,image/jpeg,image/webp"
              onChange={put}
              className="sr-only"
            />
          </label>
          {picture && (
            <Button size="sm" variant="ghost" disabled={isBusy} onClick={takeAway}>
              <Trash2 aria-hidden="true" />
              {t('remove')}
              <span className="sr-only">{label}</span>
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** Sends a picture; answers the code of what was wrong, or null. */
async function send(address: string, file: File): Promise<string | null> {
  try {
    const answer = await fetch(address, { method: 'PUT', body: file })
    if (answer.ok) return null
    const body = await answer.json()
    return body.error?.code ?? 'unavailable'
  } catch {
    return 'unavailable'
  }
}
