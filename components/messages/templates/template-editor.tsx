'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import {
  resetTemplateAction,
  saveTemplateAction,
} from '@/app/(dashboard)/dashboard/settings/messages/actions'
import { SendTest } from '@/components/messages/templates/send-test'
import { TemplateFields } from '@/components/messages/templates/template-fields'
import { TemplatePreview } from '@/components/messages/templates/template-preview'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { LANGUAGES, type Language } from '@/lib/messages/languages'
import { channelsOf, type TemplateChannel, type TemplateEvent } from '@/lib/messages/templates/events'
import { problemsOf } from '@/lib/messages/templates/fill'
import type { Template, TemplateTexts } from '@/lib/messages/templates/queries'

type TemplateEditorProps = {
  event: TemplateEvent
  templates: Template[]
  reservations: { id: string; number: string; customer: string }[]
  locale: string
}

/** Writes the words of an event by channel and language, beside what they will look like. What is typed stays while one looks at another language. */
export function TemplateEditor({ event, templates, reservations, locale }: TemplateEditorProps) {
  const t = useTranslations('templates')
  const router = useRouter()
  const [channel, setChannel] = useState<TemplateChannel>('email')
  const [language, setLanguage] = useState<Language>(LANGUAGES.find((one) => one === locale) ?? 'de')
  const [typed, setTyped] = useState<Record<string, TemplateTexts>>({})
  const [reservationId, setReservationId] = useState(reservations[0]?.id)
  const [isWorking, startWork] = useTransition()
  const place = `${channel} ${language}`
  const template = templates.find((one) => one.channel === channel && one.language === language)
  if (!template) return null
  const texts = typed[place] ?? template.texts
  const problems = problemsOf(event, channel, texts)
  const isChanged = JSON.stringify(texts) !== JSON.stringify(template.texts)
  const isApproved = channel === 'whatsapp'
  const wish = { event, channel, language, texts, ...(reservationId && { reservationId }) }

  function forget() {
    setTyped(({ [place]: _, ...others }) => others)
    router.refresh()
  }

  function save() {
    startWork(async () => {
      const answer = await saveTemplateAction({ event, channel, language, texts })
      if (!answer.ok) {
        toast.error(answer.error.message)
        return
      }
      toast.success(t('saved'))
      forget()
    })
  }

  async function reset() {
    const answer = await resetTemplateAction({ event, channel, language })
    if (!answer.ok) toast.error(answer.error.message)
    else forget()
  }

  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="grid min-w-0 gap-5">
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('channel')} name="channel">
            <Select
              value={channel}
              disabled={channelsOf(event).length === 1}
              onChange={({ target }) => setChannel(target.value as TemplateChannel)}
            >
              {channelsOf(event).map((one) => (
                <option key={one} value={one}>
                  {t(`channels.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('language')} name="language">
            <Select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {t(`languages.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <p className="text-sm">
          <Badge>{t(template.isOwn ? 'isOwn' : isApproved ? 'isMissing' : 'isBuiltIn')}</Badge>
        </p>
        <TemplateFields
          key={place}
          event={event}
          channel={channel}
          language={language}
          texts={texts}
          // A template that nobody has begun is not wrong yet.
          problems={isChanged ? problems : []}
          change={(next) => setTyped({ ...typed, [place]: next })}
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="primary"
            loading={isWorking}
            disabled={!isChanged || problems.length > 0}
            onClick={save}
          >
            {t('save')}
          </Button>
          <SendTest wish={wish} disabled={problems.length > 0} />
          {template.isOwn && (
            <ConfirmDialog
              trigger={<Button variant="ghost">{t(isApproved ? 'remove' : 'reset')}</Button>}
              title={t(isApproved ? 'removeTitle' : 'resetTitle')}
              consequences={[t('resetGone'), t(isApproved ? 'removeNow' : 'resetNow')]}
              confirmLabel={t(isApproved ? 'remove' : 'reset')}
              onConfirm={reset}
            />
          )}
          {isChanged && (
            <Button variant="ghost" onClick={forget}>
              {t('discard')}
            </Button>
          )}
        </div>
      </div>
      <TemplatePreview
        // What another channel or language says is no preview of this one.
        key={`preview ${place}`}
        wish={wish}
        isWrong={problems.length > 0}
        reservations={reservations}
        choose={setReservationId}
      />
    </div>
  )
}
