import { useTranslations } from 'next-intl'
import { usePhone } from '@/components/handover/phone/phone-context'
import { useBookedExtras } from '@/components/handover/use-booked-extras'
import { NoteList } from '@/components/reservations/note-list'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import type { Handover } from '@/lib/handover/handover'

/** What a handover is about: with whom, by what agreement, when and where. */
export function DoorFacts({ handover }: { handover: Handover }) {
  const t = useTranslations('handover.begin')
  const { timeZone } = usePhone()
  const { kind, isExchange, customer, reservation, contract, place, notes, keyBox } = handover
  const box = useTranslations('reservations.keyBox')
  const extras = useBookedExtras(handover)
  const starts = <DateTime instant={contract.startsAt} timeZone={timeZone} />
  const ends = <DateTime instant={contract.endsAt} timeZone={timeZone} />
  const agreed =
    kind === 'pickup' && !isExchange
      ? [
          { label: t('reservation'), value: reservation.number },
          { label: t('from'), value: starts },
          { label: t('to'), value: ends },
        ]
      : [
          { label: t('contract'), value: contract.number },
          { label: t('due'), value: ends },
        ]
  return (
    <DataList
      facts={[
        { label: t('customer'), value: customer.name },
        ...agreed,
        ...(place ? [{ label: t('place'), value: place }] : []),
        ...(keyBox ? [{ label: box('label'), value: box(keyBox) }] : []),
        ...(extras ? [{ label: t('extras'), value: extras }] : []),
        ...(notes.length > 0
          ? [{ label: t('notes'), value: <NoteList notes={notes} timeZone={timeZone} /> }]
          : []),
      ]}
    />
  )
}
