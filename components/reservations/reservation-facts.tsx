import { useLocale, useTranslations } from 'next-intl'
import { TagList } from '@/components/lists/tag-list'
import { AssignVehicle } from '@/components/reservations/assign-vehicle'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { TextLink } from '@/components/ui/text-link'
import type { KeyBoxState } from '@/lib/core/key-boxes'
import { labelOf } from '@/lib/core/labels'
import type { SignedTerms } from '@/lib/core/signed-terms'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'
import { canCancel } from '@/lib/reservations/rules'

type ReservationFactsProps = {
  reservation: ReservationDetail
  /** How the pickup stands where it takes place from a key box. */
  keyBox: KeyBoxState | null
  /** Who has signed the rental terms in advance. */
  signedTerms: SignedTerms | null
  timeZone: string
  canAssign: boolean
}

/** What was promised: which vehicle, from when and where to when and where. */
export function ReservationFacts({
  reservation,
  keyBox,
  signedTerms,
  timeZone,
  canAssign,
}: ReservationFactsProps) {
  const t = useTranslations('reservations')
  const fleet = useTranslations('fleet.equipment')
  const locale = useLocale()
  const { vehicle, price } = reservation
  const facts = [
    {
      label: t('detail.vehicle'),
      value: (
        <>
          <TextLink href={`/dashboard/fleet/${vehicle.id}`} className="tabular">
            {vehicle.plate}
          </TextLink>{' '}
          {vehicle.make} {vehicle.model}
          {!reservation.isVehicleFixed && (
            <span className="block text-muted text-xs">{t('assign.provisional')}</span>
          )}
        </>
      ),
    },
    { label: t('detail.category'), value: labelOf(reservation.categoryNames, locale) },
    {
      label: t('detail.pickup'),
      value: <When at={reservation.startsAt} place={reservation.pickupLocation} timeZone={timeZone} />,
    },
    ...(keyBox ? [{ label: t('keyBox.label'), value: t(`keyBox.${keyBox}`) }] : []),
    {
      label: t('detail.return'),
      value: <When at={reservation.endsAt} place={reservation.returnLocation} timeZone={timeZone} />,
    },
    { label: t('detail.duration'), value: t('detail.days', { days: price.days }) },
    ...(reservation.holdUntil
      ? [
          {
            label: t('option.until'),
            value: <DateTime instant={reservation.holdUntil} timeZone={timeZone} />,
          },
        ]
      : []),
    { label: t('detail.source'), value: t(`sources.${reservation.source}`) },
    { label: t('detail.booked'), value: <DateTime instant={reservation.createdAt} timeZone={timeZone} /> },
    ...(signedTerms
      ? [{ label: t('detail.terms'), value: <Signed terms={signedTerms} timeZone={timeZone} /> }]
      : []),
    ...(reservation.wantedEquipment.length > 0
      ? [
          {
            label: t('detail.equipment'),
            value: reservation.wantedEquipment.map((piece) => fleet(piece)).join(', '),
          },
        ]
      : []),
    ...(reservation.tags.length > 0
      ? [{ label: t('detail.tags'), value: <TagList tags={reservation.tags} /> }]
      : []),
    ...(reservation.notes
      ? [
          {
            label: t('detail.notes'),
            value: <span className="whitespace-pre-line">{reservation.notes}</span>,
          },
        ]
      : []),
  ]
  return (
    <Card
      title={t('detail.facts')}
      actions={canAssign && canCancel(reservation.status) && <AssignVehicle reservation={reservation} />}
    >
      <DataList facts={facts} />
    </Card>
  )
}

function When({ at, place, timeZone }: { at: string; place: string; timeZone: string }) {
  return (
    <span className="flex flex-wrap gap-x-2">
      <DateTime instant={at} timeZone={timeZone} className="font-medium" />
      <span className="text-muted">{place}</span>
    </span>
  )
}

/** Under which name and when the terms were signed, marked where nobody of the booking is called so. */
function Signed({ terms: { name, at, isKnown }, timeZone }: { terms: SignedTerms; timeZone: string }) {
  const t = useTranslations('reservations.detail')
  return (
    <>
      <span className="flex flex-wrap gap-x-2">
        <span className="min-w-0 wrap-anywhere">{t('termsSigned', { name })}</span>
        <DateTime instant={at} timeZone={timeZone} className="text-muted" />
      </span>
      {!isKnown && <span className="block text-maintenance-text text-sm">{t('termsStrange')}</span>}
    </>
  )
}
