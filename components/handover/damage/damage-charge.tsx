import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { formatRappen } from '@/lib/core/money'
import type { Damage } from '@/lib/handover/handover'
import { MOST_CHARGE_RAPPEN } from '@/lib/handover/schema'

type Charge = Pick<Damage, 'chargeRappen' | 'chargeReason'>

type DamageChargeProps = {
  mark: Damage
  currency: string
  /** Whether the company has a price list at all. */
  isListed: boolean
  onChange: (part: Partial<Charge>) => void
}

/** What the customer pays for a mark: the list's price, or another amount with its reason. */
export function DamageCharge({ mark, currency, isListed, onChange }: DamageChargeProps) {
  const t = useTranslations('handover.damage')
  const { listRappen } = mark
  const isOff = listRappen !== null && mark.chargeRappen !== listRappen
  const [taken, setTaken] = useState(0)
  const listed = listRappen === null ? null : `${currency} ${formatRappen(listRappen)}`

  function wrong() {
    if (mark.chargeRappen < 0) return t('chargeNegative')
    if (mark.chargeRappen <= MOST_CHARGE_RAPPEN) return
    return t('chargeTooMuch', { most: `${currency} ${formatRappen(MOST_CHARGE_RAPPEN)}` })
  }

  function takeListPrice() {
    onChange({ chargeRappen: listRappen ?? 0, chargeReason: '' })
    setTaken(taken + 1)
  }

  return (
    <div className="grid gap-3">
      <Field
        label={t('charge')}
        help={listed ? t('listPrice', { amount: listed }) : t(isListed ? 'listNone' : 'chargeHelp')}
        error={wrong()}
      >
        <MoneyInput
          // Another price of the list shows anew; whoever types is left alone.
          key={`${listRappen}-${taken}`}
          currency={currency}
          defaultValue={mark.chargeRappen}
          onAmountChange={(amount) => onChange({ chargeRappen: amount ?? 0 })}
          className="h-12"
        />
      </Field>
      {isOff && (
        <>
          <Field label={t('chargeReason')} help={t('chargeReasonHelp')}>
            <Input
              required
              value={mark.chargeReason}
              maxLength={300}
              onChange={({ target }) => onChange({ chargeReason: target.value })}
              className="h-12"
            />
          </Field>
          <Button size="lg" onClick={takeListPrice}>
            {t('takeListPrice')}
          </Button>
        </>
      )}
    </div>
  )
}
