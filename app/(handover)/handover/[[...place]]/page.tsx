import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { markVehicleReadyAction } from '@/app/(handover)/handover/actions'
import { HandoverApp } from '@/components/handover/handover-app'

export const generateMetadata = pageTitle('handover')

/** Every screen of the handovers. What they show comes from the phone: a service worker keeps this page for the garage. */
export default async function HandoverPage() {
  const ctx = await pageContext('handover.perform')
  const t = await getTranslations('handover')
  const { actor, companyId, timeZone } = ctx
  const isUser = actor.kind === 'user'
  return (
    <HandoverApp
      owner={`${companyId}:${isUser ? actor.id : ''}`}
      staffName={isUser ? actor.fullName : t('title')}
      timeZone={timeZone}
      markReady={markVehicleReadyAction}
    />
  )
}
