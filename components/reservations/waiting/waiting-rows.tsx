import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cellsOf, type ListRow } from '@/components/lists/list-row'
import { RentalPeriod, StackedTime } from '@/components/reservations/rental-period'
import { DateTime } from '@/components/ui/date-time'
import { StatusBadge } from '@/components/ui/status-badge'
import { labelOf } from '@/lib/core/labels'
import type { WaitingColumn, WaitingRow } from '@/lib/reservations/waiting/queries'

/** Entries of the waiting list as rows. */
export function waitingRows(
  entries: WaitingRow[],
  columns: WaitingColumn[],
  { timeZone }: { timeZone: string },
): ListRow[] {
  return entries.map((entry) => ({
    id: entry.id,
    name: entry.customer.name,
    href: `/dashboard/reservations/waiting/${entry.id}`,
    cells: cellsOf(columns, (column) => cells[column](entry, timeZone)),
    card: {
      title: entry.customer.name,
      detail: <WishedCategory category={entry.category} />,
      lead: <StackedTime instant={entry.startsAt} timeZone={timeZone} />,
      aside: <StatusBadge kind="waiting" status={entry.status} />,
    },
  }))
}

const cells: Record<WaitingColumn, (row: WaitingRow, timeZone: string) => ReactNode> = {
  customer: ({ customer }) => customer.name,
  status: ({ status }) => <StatusBadge kind="waiting" status={status} />,
  period: (row, timeZone) => <RentalPeriod startsAt={row.startsAt} endsAt={row.endsAt} timeZone={timeZone} />,
  category: ({ category }) => <WishedCategory category={category} />,
  location: ({ location }) => location?.name ?? <Anywhere />,
  equipment: ({ equipment }) => equipment.length > 0 && <WishedEquipment equipment={equipment} />,
  offer: (row, timeZone) => <Offer entry={row} timeZone={timeZone} />,
  note: ({ note }) => note && <span className="line-clamp-1 max-w-64">{note}</span>,
  since: (row, timeZone) => <DateTime instant={row.createdAt} timeZone={timeZone} />,
  source: ({ source }) => <Source source={source} />,
}

/** The category that is waited for; without one any will do. */
export function WishedCategory({ category }: Pick<WaitingRow, 'category'>) {
  const locale = useLocale()
  const t = useTranslations('reservations.waiting')
  return category ? labelOf(category.names, locale) : t('anyCategory')
}

/** The pieces without which a vehicle is of no use. */
export function WishedEquipment({ equipment }: Pick<WaitingRow, 'equipment'>) {
  const t = useTranslations('fleet.equipment')
  return equipment.map((piece) => t(piece)).join(', ')
}

function Anywhere() {
  return useTranslations('reservations.waiting')('anywhere')
}

function Source({ source }: Pick<WaitingRow, 'source'>) {
  return useTranslations('reservations.sources')(source)
}

function Offer({ entry, timeZone }: { entry: WaitingRow; timeZone: string }) {
  const t = useTranslations('reservations.waiting')
  if (entry.status === 'booked') return entry.reservation?.number
  if (entry.status !== 'offered' || !entry.offeredUntil) return null
  return (
    <>
      {entry.reservation ? entry.reservation.number : t('notHeld')}{' '}
      <span className="text-muted">
        {t('until')} <DateTime instant={entry.offeredUntil} timeZone={timeZone} />
      </span>
    </>
  )
}
