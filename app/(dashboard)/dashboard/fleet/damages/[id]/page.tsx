import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { HistoryCard } from '@/components/activity/history-card'
import { CaseActions } from '@/components/damages/case/case-actions'
import { CaseFacts } from '@/components/damages/case/case-facts'
import { CaseMarks } from '@/components/damages/case/case-marks'
import { CaseParties } from '@/components/damages/case/case-parties'
import { CasePhotos } from '@/components/damages/case/case-photos'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { listHistory } from '@/lib/activity/queries'
import { getDamageCase } from '@/lib/damages/queries'

type DamageCasePageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: DamageCasePageProps) {
  const ctx = await pageContext('contracts.see')
  return { title: (await orNotFound(getDamageCase(ctx, (await params).id))).number }
}

/** One damage: what happened, what it costs and whom, and what is to be done next. */
export default async function DamageCasePage({ params }: DamageCasePageProps) {
  const ctx = await pageContext('contracts.see')
  const { id } = await params
  const one = await orNotFound(getDamageCase(ctx, id))
  const [t, history] = await Promise.all([
    getTranslations('fleet'),
    listHistory(ctx, [
      { table: 'damage_cases', ids: [id] },
      { table: 'maintenance', ids: one.repair ? [one.repair.id] : [] },
    ]),
  ])
  const { timeZone } = ctx
  const { currency } = ctx.company
  const can = {
    edit: ctx.can('contracts.create'),
    charge: ctx.can('payments.take'),
    repair: ctx.can('fleet.edit'),
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <PageHeader
        back={{ href: '/dashboard/fleet/damages', label: t('sections.damages') }}
        title={<span className="tabular">{one.number}</span>}
        badge={<StatusBadge kind="damage" status={one.status} />}
        description={`${one.vehicle.plate} · ${one.vehicle.make} ${one.vehicle.model}`}
        actions={<CaseActions one={one} can={can} timeZone={timeZone} currency={currency} />}
      />
      <DetailLayout aside={<CaseParties one={one} timeZone={timeZone} currency={currency} />}>
        <CaseFacts one={one} timeZone={timeZone} currency={currency} />
        <CaseMarks one={one} currency={currency} />
        <CasePhotos one={one} timeZone={timeZone} />
        <HistoryCard entries={history} timeZone={timeZone} currency={ctx.company.currency} />
      </DetailLayout>
    </div>
  )
}
