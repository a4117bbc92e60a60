'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { PostedLegs } from '@/components/money/posted-legs'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { formatMoney } from '@/lib/core/money'
import type { RefundPreview } from '@/lib/money/refunds'

type RefundDialogProps = {
  payment: { id: string; method: string; refundableRappen: number }
  currency: string
  refund: FormAction
  preview: FormAction<RefundPreview>
}

const PAUSE_MS = 300

/** Gives a payment back: how much, why, and before the button what the books will say. */
export function RefundDialog({ payment, currency, refund, preview }: RefundDialogProps) {
  const t = useTranslations('money.refund')
  const most = formatMoney(payment.refundableRappen, currency)
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="ghost">
          {t('action')}
        </Button>
      }
      title={t('title')}
      description={t('text', { most })}
      action={refund}
      submit={t('submit')}
      done={t('done')}
      labels={{ amountRappen: t('amount'), reason: t('reason') }}
    >
      <input type="hidden" name="paymentId" value={payment.id} />
      <RefundFields payment={payment} currency={currency} preview={preview} />
    </FormDialog>
  )
}

function RefundFields({ payment, currency, preview }: Omit<RefundDialogProps, 'refund'>) {
  const t = useTranslations('money.refund')
  const [amount, setAmount] = useState<number | null>(payment.refundableRappen)
  const [shown, setShown] = useState<RefundPreview | null>(null)
  const [refusal, setRefusal] = useState('')
  const asked = useRef(0)

  useEffect(() => {
    const nth = ++asked.current
    const timer = setTimeout(async () => {
      const answer = amount ? await preview({ paymentId: payment.id, amountRappen: amount }) : null
      // An answer that comes late belongs to an amount typed before.
      if (nth !== asked.current) return
      setShown(answer?.ok ? answer.data : null)
      setRefusal(answer?.ok === false ? answer.error.message : '')
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [amount, payment.id, preview])

  return (
    <>
      <FormField name="amountRappen" label={t('amount')} help={t(`goes.${payment.method}`)} required>
        <MoneyInput currency={currency} defaultValue={amount} onAmountChange={setAmount} />
      </FormField>
      <FormField name="reason" label={t('reason')} required>
        <Input maxLength={500} autoComplete="off" />
      </FormField>
      <div aria-live="polite" className="empty:hidden">
        {shown && <PostedLegs preview={shown} currency={currency} />}
        {refusal && <p className="text-overdue-text text-sm">{refusal}</p>}
      </div>
    </>
  )
}
