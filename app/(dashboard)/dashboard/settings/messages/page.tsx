import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { Badge } from '@/components/ui/badge'
import { LANGUAGES } from '@/lib/messages/languages'
import { channelsOf, EVENT_NAMES, factsOfEvent, GROUPS } from '@/lib/messages/templates/events'
import { listOwnTemplates } from '@/lib/messages/templates/queries'

export const generateMetadata = pageTitle('settings', 'messages.title')

/** What customers are told, and which of it in the company's own words. */
export default async function TemplatesPage() {
  const ctx = await pageContext('settings.edit')
  const [t, own] = await Promise.all([getTranslations('templates'), listOwnTemplates(ctx)])
  return (
    <div className="grid max-w-3xl gap-6">
      <p className="max-w-prose text-muted text-sm">{t('lead')}</p>
      {GROUPS.map((group) => (
        <section key={group} className="grid gap-2">
          <h2 className="font-semibold text-base">{t(`groups.${group}`)}</h2>
          <ul className="divide-y rounded-lg border bg-surface text-sm">
            {EVENT_NAMES.filter((event) => factsOfEvent(event).group === group).map((event) => {
              const mine = own.filter((one) => one.event === event)
              return (
                <li key={event}>
                  <Link
                    href={`/dashboard/settings/messages/${event}`}
                    className="grid gap-0.5 px-4 py-2.5 hover:bg-sunken focus-visible:outline-offset-[-2px]"
                  >
                    <span className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
                      <span className="font-medium">{t(`events.${event}.name`)}</span>
                      <span className="flex flex-wrap gap-1.5">
                        {channelsOf(event).map((channel) => {
                          const languages = LANGUAGES.filter((language) =>
                            mine.some((one) => one.channel === channel && one.language === language),
                          )
                          return (
                            <Badge key={channel}>
                              {t(`channels.${channel}`)}
                              {languages.length > 0 && ` · ${t('own', { languages: languages.join(', ') })}`}
                            </Badge>
                          )
                        })}
                      </span>
                    </span>
                    <span className="text-muted">{t(`events.${event}.when`)}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
