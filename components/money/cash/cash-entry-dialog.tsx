'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FormAction } from '@/components/dashboard/action-form'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { RequestKey } from '@/components/dashboard/request-key'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import { CASH_MOVES } from '@/lib/money/cash/schema'

type CashEntryDialogProps = {
  location: { id: string; name: string }
  currency: string
  record: FormAction
}

/** Notes cash that is taken out of the till or put into it, and why. */
export function CashEntryDialog({ location, currency, record }: CashEntryDialogProps) {
  const t = useTranslations('money.cash')
  return (
    <FormDialog
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          {t('move.action')}
        </Button>
      }
      title={t('move.action')}
      description={location.name}
      action={record}
      submit={t('move.submit')}
      done={t('move.done')}
      labels={{ amountRappen: t('amount'), reason: t('move.reason') }}
    >
      <CashEntryFields locationId={location.id} currency={currency} />
    </FormDialog>
  )
}

function CashEntryFields({ locationId, currency }: { locationId: string; currency: string }) {
  const t = useTranslations('money.cash')
  return (
    <>
      <input type="hidden" name="locationId" value={locationId} />
      <RequestKey />
      <FormField name="move" label={t('move.kind')} required>
        <Select>
          {CASH_MOVES.map((move) => (
            <option key={move} value={move}>
              {t(`move.kinds.${move}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name="amountRappen" label={t('amount')} help={t('fiveRappen')} required>
        <MoneyInput currency={currency} />
      </FormField>
      <FormField name="reason" label={t('move.reason')} required>
        <Input maxLength={200} autoComplete="off" />
      </FormField>
    </>
  )
}
