import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { removeFromWaitingListAction } from '@/app/(dashboard)/dashboard/reservations/waiting/actions'
import { ContactLines } from '@/components/customers/contact-lines'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { RentalPeriod } from '@/components/reservations/rental-period'
import { WishedCategory, WishedEquipment } from '@/components/reservations/waiting/waiting-rows'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { TextLink } from '@/components/ui/text-link'
import { localTimeOf } from '@/lib/core/dates'
import type { WaitingRow } from '@/lib/reservations/waiting/queries'

type WaitingDetailsProps = {
  entry: WaitingRow
  timeZone: string
  rights: { canCreate: boolean; canEdit: boolean }
}

/** One entry of the waiting list: what is waited for, how to reach whom, and what can be done. */
export function WaitingDetails({ entry, timeZone, rights }: WaitingDetailsProps) {
  const t = useTranslations('reservations.waiting')
  const columns = useTranslations('reservations.waiting.columns')
  const sources = useTranslations('reservations.sources')
  const { customer, reservation } = entry
  const isOpen = entry.status === 'waiting' || entry.status === 'offered'
  return (
    <>
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          {rights.canCreate && (
            <Button asChild variant="primary">
              <Link href={`/dashboard/reservations/new?${deskQuery(entry, timeZone)}`}>{t('reserve')}</Link>
            </Button>
          )}
          {rights.canEdit && (
            <ConfirmAction
              trigger={<Button>{t('remove')}</Button>}
              title={t('removeTitle', { name: customer.name })}
              consequences={[t('removeTold'), ...(reservation ? [t('removeFrees', reservation)] : [])]}
              confirmLabel={t('remove')}
              action={removeFromWaitingListAction}
              input={{ id: entry.id }}
              done={t('removed', { name: customer.name })}
            />
          )}
        </div>
      )}
      <Card title={t('wish')}>
        <DataList
          facts={[
            {
              label: columns('period'),
              value: <RentalPeriod startsAt={entry.startsAt} endsAt={entry.endsAt} timeZone={timeZone} />,
            },
            { label: columns('category'), value: <WishedCategory category={entry.category} /> },
            { label: columns('location'), value: entry.location?.name ?? t('anywhere') },
            ...(entry.equipment.length > 0
              ? [{ label: columns('equipment'), value: <WishedEquipment equipment={entry.equipment} /> }]
              : []),
            { label: columns('since'), value: <DateTime instant={entry.createdAt} timeZone={timeZone} /> },
            { label: columns('source'), value: sources(entry.source) },
            ...(entry.note ? [{ label: columns('note'), value: entry.note }] : []),
            ...(entry.status === 'offered' && entry.offeredUntil
              ? [
                  {
                    label: t('offeredUntil'),
                    value: <DateTime instant={entry.offeredUntil} timeZone={timeZone} />,
                  },
                ]
              : []),
            ...(reservation
              ? [
                  {
                    label: t(entry.status === 'offered' ? 'held' : 'reservation'),
                    value: (
                      <TextLink href={`/dashboard/reservations/${reservation.id}`}>
                        {reservation.number}
                      </TextLink>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <Card title={columns('customer')}>
        <ContactLines customer={customer} />
      </Card>
    </>
  )
}

/** The desk with the same wish for the same person. */
function deskQuery(entry: WaitingRow, timeZone: string): string {
  const query = new URLSearchParams({
    from: localTimeOf(new Date(entry.startsAt), timeZone),
    to: localTimeOf(new Date(entry.endsAt), timeZone),
    customer: entry.customer.id,
  })
  if (entry.category) query.set('category', entry.category.id)
  if (entry.location) query.set('location', entry.location.id)
  for (const piece of entry.equipment) query.append('equipment', piece)
  return query.toString()
}
