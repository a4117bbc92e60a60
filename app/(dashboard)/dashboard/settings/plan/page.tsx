import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { PlanUsage } from '@/components/companies/plan-usage'
import { getPlanUsage } from '@/lib/companies/plan'

export const generateMetadata = pageTitle('settings', 'plan.title')

/** Which plan the company has, and how much of it is used. */
export default async function PlanPage() {
  const ctx = await pageContext('settings.edit')
  return <PlanUsage {...(await getPlanUsage(ctx))} />
}
