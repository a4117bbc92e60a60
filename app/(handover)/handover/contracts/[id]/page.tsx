import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { startReturnAction } from '@/app/(handover)/handover/actions'
import { BeginHandover } from '@/components/handover/list/begin-handover'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { getArrival } from '@/lib/handover/queries/departure'

export const generateMetadata = pageTitle('handover')

/** Before a return: which contract, when it was due, and the button that begins. */
export default async function ReturnDoorPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('handover.perform')
  const { id } = await params
  const [t, arrival] = await Promise.all([getTranslations('handover.begin'), orNotFound(getArrival(ctx, id))])
  const isPossible = arrival.status === 'active' || arrival.handoverId !== null
  const isLate = arrival.status === 'active' && new Date(arrival.endsAt) < ctx.now()
  return (
    <BeginHandover
      kind="return"
      vehicle={arrival.vehicle}
      isPossible={isPossible}
      isBegun={arrival.handoverId !== null}
      notice={!isPossible ? t('notActive') : isLate ? t('late') : undefined}
      begin={startReturnAction.bind(null, { contractId: arrival.contractId })}
    >
      <DataList
        facts={[
          { label: t('customer'), value: arrival.customer },
          { label: t('contract'), value: arrival.number },
          { label: t('due'), value: <DateTime instant={arrival.endsAt} timeZone={ctx.timeZone} /> },
        ]}
      />
    </BeginHandover>
  )
}
