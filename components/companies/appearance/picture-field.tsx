'use client'

import { ImagePlus, LoaderCircle, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId, useState } from 'react'
import { toast } from 'sonner'
import { removePictureAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import type { BrandPicture } from '@/lib/core/brand-pictures'

type PictureFieldProps = { kind: 'logo' | 'hero'; picture: BrandPicture | null }

/** The logo or the photo: on the site as soon as it is chosen, and off it as soon as it is removed. */
export function PictureField({ kind, picture }: PictureFieldProps) {
  const t = useTranslations('settings.branding')
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const note = useId()

  async function put({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    setBusy(true)
    const refusal = await send(kind, file)
    setBusy(false)
    setProblem(refusal === 'photo_invalid' ? t('pictureInvalid') : refusal && t('pictureFailed'))
    if (refusal) return
    toast.success(t(`${kind}Saved`))
    router.refresh()
  }

  async function remove() {
    setBusy(true)
    const answer = await removePictureAction({ kind })
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
          // biome-ignore lint/performance/noImgElement: drawn at its size when it was uploaded
          <img
            src={picture.url}
            alt={t(kind)}
            width={picture.width}
            height={picture.height}
            className={cn('h-full w-full', kind === 'logo' ? 'object-contain p-2' : 'object-cover')}
          />
        ) : (
          <ImagePlus aria-hidden="true" className="size-5 text-faint" />
        )}
      </div>
      <div className="grid gap-2">
        <div>
          <p className="font-medium text-sm">{t(kind)}</p>
          <p
            id={note}
            role={problem ? 'alert' : undefined}
            className={cn('text-xs', problem ? 'text-overdue-text' : 'text-muted')}
          >
            {problem ?? t(`${kind}Help`)}
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
            <span className="sr-only">{t(kind)}</span>
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
            <Button size="sm" variant="ghost" disabled={isBusy} onClick={remove}>
              <Trash2 aria-hidden="true" />
              {t('remove')}
              <span className="sr-only">{t(kind)}</span>
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** Sends a picture; answers the code of what was wrong, or null. */
async function send(kind: string, file: File): Promise<string | null> {
  try {
    const answer = await fetch(`/api/company-pictures/${kind}`, { method: 'PUT', body: file })
    if (answer.ok) return null
    const body = await answer.json()
    return body.error?.code ?? 'unavailable'
  } catch {
    return 'unavailable'
  }
}
