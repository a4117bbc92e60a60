import { MessagesSquare } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { Badge } from '@/components/ui/badge'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listConversations } from '@/lib/messages/conversation'

export const generateMetadata = pageTitle('messages')

/** What customers wrote in the portal: unread first, each leads to its reservation, where it is answered. */
export default async function MessagesPage() {
  const ctx = await pageContext('reservations.see')
  const [t, conversations] = await Promise.all([getTranslations('messages'), listConversations(ctx)])
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} />
      {conversations.length === 0 && (
        <EmptyState picture={<MessagesSquare aria-hidden="true" />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      <ul className="divide-y rounded-lg border bg-surface text-sm empty:hidden">
        {conversations.map(({ reservationId, number, customer, body, direction, at, unread }) => (
          <li key={reservationId}>
            <Link
              href={`/dashboard/reservations/${reservationId}`}
              className="grid gap-0.5 px-4 py-2.5 hover:bg-sunken"
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="flex items-baseline gap-2">
                  <span className={unread > 0 ? 'font-semibold' : 'font-medium'}>{customer}</span>
                  <span className="tabular text-muted">{number}</span>
                  {unread > 0 && <Badge>{t('unread', { count: unread })}</Badge>}
                </span>
                <span className="text-muted text-xs">
                  <DateTime instant={at} timeZone={ctx.timeZone} />
                </span>
              </span>
              <span className="line-clamp-2 break-words text-muted">
                {direction === 'out' && `${t('you')}: `}
                {body}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
