import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { TemplateEditor } from '@/components/messages/templates/template-editor'
import { Alert } from '@/components/ui/alert'
import { TextLink } from '@/components/ui/text-link'
import { EVENT_NAMES } from '@/lib/messages/templates/events'
import { lastRefusal, listPreviewReservations, templatesOf } from '@/lib/messages/templates/queries'

export const generateMetadata = pageTitle('settings', 'messages.title')

/** The words of one event, to change. */
export default async function TemplatePage({ params }: { params: Promise<{ event: string }> }) {
  const ctx = await pageContext('settings.edit')
  const event = z.enum(EVENT_NAMES).safeParse((await params).event)
  if (!event.success) notFound()
  const [t, templates, reservations, refusal] = await Promise.all([
    getTranslations('templates'),
    templatesOf(ctx, event.data),
    listPreviewReservations(ctx),
    lastRefusal(ctx, event.data),
  ])
  return (
    <div className="grid gap-4">
      <TextLink href="/dashboard/settings/messages" className="w-fit text-sm">
        {t('back')}
      </TextLink>
      <div className="grid gap-0.5">
        <h2 className="font-semibold text-lg">{t(`events.${event.data}.name`)}</h2>
        <p className="text-muted text-sm">{t(`events.${event.data}.when`)}</p>
      </div>
      {refusal && <Alert tone="warning">{t('refusedLast', { error: refusal })}</Alert>}
      <TemplateEditor
        key={event.data}
        event={event.data}
        templates={templates}
        reservations={reservations}
        locale={ctx.locale}
      />
    </div>
  )
}
