import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { TextLink } from '@/components/ui/text-link'
import type { ContractDetail, ContractSide } from '@/lib/contracts/queries/detail'
import { legsOf } from '@/lib/contracts/rules'
import { formatFigure } from '@/lib/core/figure'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'

type ContractFactsProps = { contract: ContractDetail; timeZone: string; columns?: 1 | 2 }

/** What was agreed, and what the instruments said when the vehicle left and came back. */
export function ContractFacts({ contract, timeZone, columns = 2 }: ContractFactsProps) {
  const t = useTranslations('contracts.detail')
  const things = useTranslations('handover.accessories')
  const locale = useLocale()
  const { vehicle, driver, handovers } = contract
  const at = (instant: string | null) => instant && <DateTime instant={instant} timeZone={timeZone} />
  const legs = legsOf(handovers.filter(({ completed_at }) => completed_at))
  /** Of every vehicle the rental had, where it was exchanged. */
  const each = (way: 'out' | 'back', told: (side: ContractSide | undefined) => string | null) =>
    legs.length > 1
      ? legs
          .flatMap((leg) => {
            const value = told(leg[way])
            return value === null ? [] : `${leg.out.vehicle?.plate}: ${value}`
          })
          .join(', ') || null
      : told(legs[0]?.[way])
  const km = (value: number | null | undefined) =>
    value == null ? null : t('km', { km: formatFigure(value) })
  const fuel = (value: number | null | undefined) => (value == null ? null : t('percent', { value }))
  const thing = (code: string) => {
    const booked = contract.lines.find((line) => line.kind === 'extra' && line.code === code)
    if (booked) return labelOf(booked.names, locale)
    return things.has(`names.${code}`) ? things(`names.${code}`) : code
  }
  const counted = ({ keys, accessories }: Pick<ContractSide['checklist'], 'keys' | 'accessories'>) =>
    [...(keys ? [t('keys', { count: keys })] : []), ...accessories.map(thing)].join(', ') || null
  const missing = legs.flatMap(({ out, back }) =>
    back
      ? (counted({
          keys: Math.max(0, (out.checklist.keys ?? 0) - (back.checklist.keys ?? 0)),
          accessories: out.checklist.accessories.filter((code) => !back.checklist.accessories.includes(code)),
        }) ?? [])
      : [],
  )
  const withheld = contract.lines
    .filter(
      ({ kind, code }) =>
        kind === 'extra' && handovers.some(({ checklist }) => checklist.not_handed_over.includes(code)),
    )
    .map(({ names, amountRappen }) =>
      t('withheldPiece', {
        name: labelOf(names, locale),
        amount: formatMoney(amountRappen, contract.currency),
      }),
    )
  return (
    <Card title={t('facts')}>
      <DataList
        columns={columns}
        facts={[
          {
            label: t('vehicle'),
            value: (
              <TextLink href={`/dashboard/fleet/${vehicle.id}`}>
                {vehicle.plate}, {vehicle.make} {vehicle.model}
              </TextLink>
            ),
          },
          {
            label: t('reservation'),
            value: (
              <TextLink href={`/dashboard/reservations/${contract.reservation.id}`}>
                {contract.reservation.number}
              </TextLink>
            ),
          },
          { label: t('from'), value: at(contract.startsAt) },
          { label: t('to'), value: at(contract.endsAt) },
          { label: t('pickedUp'), value: at(contract.pickedUpAt) },
          { label: t('returned'), value: at(contract.returnedAt) },
          { label: t('kmOut'), value: each('out', (side) => km(side?.odometer_km)) },
          { label: t('kmIn'), value: each('back', (side) => km(side?.odometer_km)) },
          { label: t('fuelOut'), value: each('out', (side) => fuel(side?.fuel_percent)) },
          { label: t('fuelIn'), value: each('back', (side) => fuel(side?.fuel_percent)) },
          { label: t('along'), value: each('out', (side) => (side ? counted(side.checklist) : null)) },
          ...(missing.length > 0
            ? [
                {
                  label: t('missing'),
                  value: <span className="text-overdue-text">{missing.join(', ')}</span>,
                },
              ]
            : []),
          ...(withheld.length > 0 ? [{ label: t('withheld'), value: withheld.join(', ') }] : []),
          { label: t('driver'), value: driver && `${driver.first_name} ${driver.last_name}` },
          { label: t('licence'), value: driver?.licence_number },
          ...(contract.depositWaivedReason
            ? [
                {
                  label: t('depositWaived'),
                  value: t('depositWaivedBy', {
                    reason: contract.depositWaivedReason,
                    person: handovers.find(({ kind }) => kind === 'pickup')?.performer.full_name ?? '',
                  }),
                },
              ]
            : []),
          ...(contract.cancelReason ? [{ label: t('cancelReason'), value: contract.cancelReason }] : []),
          { label: t('included'), value: t('km', { km: formatFigure(contract.includedKm) }) },
          { label: t('extraKm'), value: formatMoney(contract.extraKmRappen, contract.currency) },
        ]}
      />
    </Card>
  )
}
