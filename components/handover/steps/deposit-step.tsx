'use client'

import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { StepFrame } from '@/components/handover/step-frame'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Money } from '@/components/ui/money'
import { Radio, RadioGroup } from '@/components/ui/radio-group'
import { isReason } from '@/lib/handover/rules'

/** How the security deposit is left: held on the card, in cash, or not at all, and then why. */
export function DepositStep() {
  const t = useTranslations('handover.deposit')
  const { handover, draft, change } = useHandover()
  const { contract, customer } = handover
  const { depositWaivedReason = '' } = draft
  const isWaived = draft.depositMethod === 'none'
  const isUnexplained = isWaived && !isReason(depositWaivedReason)
  const row = 'min-h-16 items-center [&_span]:text-base'
  return (
    <StepFrame
      primary={<NextButton label={t('next')} disabled={draft.depositMethod === null || isUnexplained} />}
    >
      <div className="grid gap-1">
        <p className="text-muted text-sm">{t('amount')}</p>
        <Money
          amountRappen={contract.securityDepositRappen}
          currency={contract.currency}
          className="font-semibold text-2xl tracking-tight"
        />
      </div>
      <RadioGroup
        aria-label={t('method')}
        value={draft.depositMethod ?? ''}
        onValueChange={(value) => change({ depositMethod: value as 'card' | 'cash' | 'none' })}
      >
        <Radio
          value="card"
          disabled={!customer.hasCard}
          label={t('card')}
          help={customer.hasCard ? t('cardHelp') : t('noCard')}
          className={row}
        />
        <Radio value="cash" label={t('cash')} help={t('cashHelp')} className={row} />
        <Radio value="none" label={t('none')} help={t('noneHelp')} className={row} />
      </RadioGroup>
      {isWaived && (
        <Field label={t('reason')} help={t('reasonHelp')}>
          <Input
            required
            value={depositWaivedReason}
            maxLength={300}
            onChange={({ target }) => change({ depositWaivedReason: target.value })}
            className="h-12"
          />
        </Field>
      )}
    </StepFrame>
  )
}
