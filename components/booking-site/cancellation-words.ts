import { getTranslations } from 'next-intl/server'
import { cancellationRules, cancellationText } from '@/lib/core/cancellation'
import type { SiteContext } from '@/lib/core/context'
import { formatDateTime } from '@/lib/core/dates'

/** What calling a booking of that pickup off costs by the company's policy, in the reader's language. */
export async function cancellationTerms(
  { company, now, timeZone, locale }: Pick<SiteContext, 'company' | 'now' | 'timeZone' | 'locale'>,
  startsAt: Date,
): Promise<string> {
  const t = await getTranslations('booking-site.cancellation')
  return cancellationText(
    {
      always: () => t('always'),
      free: (values) => t('free', values),
      now: (values) => t('now', values),
      from: (values) => t('from', values),
      most: () => t('most'),
    },
    cancellationRules(company.cancellationPolicy, startsAt, now()),
    (instant) => formatDateTime(instant, { timeZone, locale }),
  )
}
