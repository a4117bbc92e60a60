'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { previewTemplateAction } from '@/app/(dashboard)/dashboard/settings/messages/actions'
import { Alert } from '@/components/ui/alert'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { formatFigure } from '@/lib/core/figure'
import type { Preview } from '@/lib/messages/templates/preview'
import type { PreviewWish } from '@/lib/messages/templates/schema'

type TemplatePreviewProps = {
  wish: PreviewWish
  isWrong: boolean
  reservations: { id: string; number: string; customer: string }[]
  choose: (reservationId: string | undefined) => void
}

const WAIT_MS = 400

/** The message as its reader will see it, a moment after one stops typing; while a field is wrong, as it was before. */
export function TemplatePreview({ wish, isWrong, reservations, choose }: TemplatePreviewProps) {
  const t = useTranslations('templates')
  const [preview, setPreview] = useState<Preview>()
  const [problem, setProblem] = useState<string>()
  const asked = JSON.stringify(wish)

  useEffect(() => {
    if (isWrong) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const answer = await previewTemplateAction(JSON.parse(asked))
      if (!isCurrent) return
      if (answer.ok) setPreview(answer.data)
      setProblem(answer.ok ? undefined : answer.error.message)
    }, WAIT_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asked, isWrong])

  return (
    <section aria-label={t('preview')} className="grid min-w-0 gap-3">
      <Field label={t('previewWith')} name="reservation">
        <Select value={wish.reservationId ?? ''} onChange={({ target }) => choose(target.value || undefined)}>
          <option value="">{t('example')}</option>
          {reservations.map(({ id, number, customer }) => (
            <option key={id} value={id}>
              {number} · {customer}
            </option>
          ))}
        </Select>
      </Field>
      {problem && <Alert tone="danger">{problem}</Alert>}
      {isWrong && <p className="text-muted text-sm">{t(preview ? 'previewWaits' : 'previewNone')}</p>}
      {preview && <PreviewSheet preview={preview} language={wish.language} />}
      {!preview && !isWrong && (
        <div aria-busy="true" className="h-96 animate-breathe rounded-lg border bg-sunken" />
      )}
    </section>
  )
}

function PreviewSheet({ preview, language }: { preview: Preview; language: string }) {
  const t = useTranslations('templates')
  if (preview.channel === 'email') {
    return (
      <div className="overflow-hidden rounded-lg border bg-surface">
        <p lang={language} className="border-b px-4 py-2.5 font-medium text-sm">
          {preview.subject}
        </p>
        {/* Nothing in it runs or leads anywhere: it is looked at. */}
        <iframe
          title={t('previewMail')}
          sandbox=""
          srcDoc={preview.html}
          className="block h-[40rem] w-full"
        />
      </div>
    )
  }
  const { text } = preview
  return (
    <div className="grid gap-2">
      <p
        lang={language}
        className="w-fit max-w-sm whitespace-pre-line rounded-lg border border-accent-line bg-accent-soft px-3 py-2 text-sm"
      >
        {text}
      </p>
      {preview.channel === 'sms' && <SmsLength sms={preview} />}
    </div>
  )
}

function SmsLength({
  sms: { characters, segments, isPlain },
}: {
  sms: Extract<Preview, { channel: 'sms' }>
}) {
  const t = useTranslations('templates')
  return (
    <>
      <p className="tabular text-muted text-xs">
        {t('length', { characters: formatFigure(characters), segments })}
      </p>
      {!isPlain && <p className="text-muted text-xs">{t('notPlain')}</p>}
    </>
  )
}
