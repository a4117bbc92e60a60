'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { changePlanAction, previewPlanAction } from '@/app/(dashboard)/dashboard/settings/plan/actions'
import { ChangeCosts } from '@/components/companies/billing/change-costs'
import { planAmount } from '@/components/companies/plan-amount'
import { ActionForm } from '@/components/dashboard/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { TableSkeleton } from '@/components/ui/skeleton'
import type { Usage } from '@/lib/companies/plan'
import type { PlanName } from '@/lib/core/plans'

type ChangePlanProps = {
  from: PlanName
  to: PlanName
  /** What this month has used up already of the other plan. */
  fullMonth: Usage[]
  timeZone: string
}
type Preview = Awaited<ReturnType<typeof previewPlanAction>>

/** Changes the plan: what it costs stands there before the button does. */
export function ChangePlan({ from, to, fullMonth, timeZone }: ChangePlanProps) {
  const t = useTranslations('settings.plan')
  const [isOpen, setOpen] = useState(false)
  const [preview, setPreview] = useState<Preview | null>(null)
  const plan = t(`names.${to}`)

  // Asked anew each time: what a change costs depends on the moment.
  async function openOrClose(next: boolean) {
    setOpen(next)
    setPreview(null)
    if (next) setPreview(await previewPlanAction({ plan: to }))
  }

  return (
    <Dialog open={isOpen} onOpenChange={openOrClose}>
      <DialogTrigger asChild>
        <Button className="w-full">{t('change.open', { plan })}</Button>
      </DialogTrigger>
      <DialogContent title={t('change.title', { plan })} description={t('change.text')}>
        {fullMonth.map(({ resource, used, limit }) => (
          <Alert
            key={resource}
            tone="warning"
            title={t(`change.full.${resource}`, {
              used: planAmount(resource, used),
              limit: planAmount(resource, limit ?? 0),
            })}
          />
        ))}
        <div aria-live="polite" aria-busy={preview === null}>
          {preview === null && <TableSkeleton rows={3} columns={2} />}
          {preview?.ok && <ChangeCosts cost={preview.data} from={from} to={to} timeZone={timeZone} />}
          {preview && !preview.ok && <Alert tone="danger">{preview.error.message}</Alert>}
        </div>
        {preview?.ok && (
          <ActionForm
            action={changePlanAction}
            submit={t('change.submit', { plan })}
            done={t('change.done', { plan })}
            onDone={() => setOpen(false)}
          >
            <input type="hidden" name="plan" value={to} />
            <input type="hidden" name="prorationDate" value={preview.data.prorationDate} />
          </ActionForm>
        )}
      </DialogContent>
    </Dialog>
  )
}
