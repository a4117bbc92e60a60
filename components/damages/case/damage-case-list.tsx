import { useTranslations } from 'next-intl'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { RowLink, RowList } from '@/components/ui/row-list'
import { StatusBadge } from '@/components/ui/status-badge'
import type { DamageCaseRow } from '@/lib/damages/queries'

type DamageCaseListProps = { cases: DamageCaseRow[]; timeZone: string; currency: string }

/** Cases, one a line: which vehicle, what happened to it, who pays. */
export function DamageCaseList({ cases, timeZone, currency }: DamageCaseListProps) {
  const t = useTranslations('handover.damage')
  const damageWord = (mark: DamageCaseRow['marks'][number]) =>
    `${t(`kinds.${mark.kind}`)} ${t(`views.${mark.view}`)}`
  return (
    <RowList>
      {cases.map((one) => (
        <RowLink
          key={one.id}
          href={`/dashboard/fleet/damages/${one.id}`}
          title={`${one.vehicle.plate} · ${one.marks.map(damageWord).join(', ') || one.number}`}
          detail={
            <>
              <span className="tabular">{one.number}</span> ·{' '}
              <DateTime instant={one.openedAt} timeZone={timeZone} show="date" />
              {one.contract && ` · ${one.contract.customer.name}`}
              {one.insurer && ` · ${one.insurer}`}
            </>
          }
          aside={
            <>
              <StatusBadge kind="damage" status={one.status} />
              <Money amountRappen={one.estimateRappen} currency={currency} />
            </>
          }
        />
      ))}
    </RowList>
  )
}
