import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { WaitingDetails } from '@/components/reservations/waiting/waiting-details'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { getWaitingEntry } from '@/lib/reservations/waiting/queries'

export const generateMetadata = pageTitle('reservations', 'waiting.title')

/** One entry of the waiting list. */
export default async function WaitingEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('reservations.see')
  const entry = await orNotFound(getWaitingEntry(ctx, (await params).id))
  const t = await getTranslations('reservations.waiting')
  return (
    <div className="grid max-w-2xl gap-4">
      <PageHeader
        back={{ href: '/dashboard/reservations/waiting', label: t('title') }}
        title={entry.customer.name}
        badge={<StatusBadge kind="waiting" status={entry.status} />}
      />
      <WaitingDetails
        entry={entry}
        timeZone={ctx.timeZone}
        rights={{ canCreate: ctx.can('reservations.create'), canEdit: ctx.can('reservations.edit') }}
      />
    </div>
  )
}
