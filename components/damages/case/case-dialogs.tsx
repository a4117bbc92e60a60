'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  chargeDamageAction,
  claimDamageAction,
  closeDamageCaseAction,
  estimateDamageAction,
} from '@/app/(dashboard)/dashboard/fleet/damages/actions'
import { ChargeField, CostFields } from '@/components/damages/case/excess-fields'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { RequestKey } from '@/components/dashboard/request-key'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { DamageCase } from '@/lib/damages/queries'

type CaseDialogProps = { one: DamageCase; trigger: ReactNode }
type MoneyDialogProps = CaseDialogProps & { currency: string }

/** What it costs, and what the customer pays of it at most. */
export function EstimateDialog({ one, trigger, currency }: MoneyDialogProps) {
  const t = useTranslations('fleet.damageCases')
  const labels = {
    estimateRappen: t('estimate'),
    excessRappen: t('excess'),
    excessReason: t('excessReason'),
    note: t('note'),
  }
  return (
    <FormDialog
      trigger={trigger}
      title={t('doEstimate')}
      action={estimateDamageAction}
      submit={t('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="id" value={one.id} />
      <CostFields one={one} currency={currency} />
      <FormField name="note" label={labels.note} optional>
        <Textarea rows={3} defaultValue={one.note ?? ''} />
      </FormField>
    </FormDialog>
  )
}

/** Puts what the customer pays on the bill of their rental. */
export function ChargeDialog({ one, trigger, currency }: MoneyDialogProps) {
  const t = useTranslations('fleet.damageCases')
  const labels = { amountRappen: t('amount') }
  return (
    <FormDialog
      trigger={trigger}
      title={t('doCharge')}
      description={t(one.contract?.isInvoiced ? 'chargeByInvoice' : 'chargeText', {
        customer: one.contract?.customer.name ?? '',
      })}
      action={chargeDamageAction}
      submit={t('doCharge')}
      done={t('chargedDone')}
      labels={labels}
    >
      <input type="hidden" name="id" value={one.id} />
      <RequestKey name="requestId" />
      <ChargeField one={one} currency={currency} />
    </FormDialog>
  )
}

/** Which insurer it was reported to, under which number. */
export function ClaimDialog({ one, trigger }: CaseDialogProps) {
  const t = useTranslations('fleet.damageCases')
  const labels = { insurer: t('insurer'), claimNumber: t('claimNumber') }
  return (
    <FormDialog
      trigger={trigger}
      title={t(one.insurer ? 'changeClaim' : 'doClaim')}
      action={claimDamageAction}
      submit={t('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="id" value={one.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="insurer" label={labels.insurer} required>
          <Input defaultValue={one.insurer ?? ''} maxLength={120} autoComplete="off" />
        </FormField>
        <FormField name="claimNumber" label={labels.claimNumber} help={t('claimNumberHelp')} optional>
          <Input defaultValue={one.claimNumber ?? ''} maxLength={60} autoComplete="off" />
        </FormField>
      </div>
    </FormDialog>
  )
}

/** Ends the case; says what becomes of marks that were not repaired. */
export function CloseDialog({ one, trigger }: CaseDialogProps) {
  const t = useTranslations('fleet.damageCases')
  return (
    <FormDialog
      trigger={trigger}
      title={t('closeTitle', { number: one.number })}
      description={t(one.status === 'repaired' ? 'closeRepaired' : 'closeOpen')}
      action={closeDamageCaseAction}
      submit={t('doClose')}
      done={t('closedDone')}
      labels={{ note: t('note') }}
    >
      <input type="hidden" name="id" value={one.id} />
      <FormField name="note" label={t('note')} optional>
        <Textarea rows={3} defaultValue={one.note ?? ''} />
      </FormField>
    </FormDialog>
  )
}
