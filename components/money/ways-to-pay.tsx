'use client'

import { CreditCard, Link2, PiggyBank } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { ActionButton } from '@/components/dashboard/action-button'
import type { FormAction } from '@/components/dashboard/action-form'
import { CardsOff } from '@/components/dashboard/cards-off'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { RedeemVoucher } from '@/components/money/vouchers/redeem-voucher'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatMoney } from '@/lib/core/money'
import type { WaysToPay as Ways } from '@/lib/money/queries/ways-to-pay'

type WaysToPayProps = {
  invoice: { id: string; openRappen: number; currency: string }
  ways: Ways
  actions: { charge: FormAction; credit: FormAction; redeem: FormAction }
}

/** The link to hand on, the card on file, the balance, a voucher: what there is for this invoice. */
export function WaysToPay({ invoice, ways, actions }: WaysToPayProps) {
  const t = useTranslations('money.ways')
  // One key as long as the page stands open: pressing twice uses the balance once.
  const [key] = useState(() => crypto.randomUUID())
  const money = (rappen: number) => formatMoney(rappen, invoice.currency)
  const usable = Math.min(ways.creditRappen, invoice.openRappen)

  async function copy(url: string) {
    await navigator.clipboard.writeText(url)
    toast.success(t('copied'))
  }

  return (
    <Card title={t('title')}>
      <div className="grid gap-2">
        {ways.payUrl && (
          <Button onClick={() => copy(ways.payUrl ?? '')}>
            <Link2 aria-hidden="true" />
            {t('copy')}
          </Button>
        )}
        {!ways.takesCards && <CardsOff />}
        {ways.takesCards && ways.hasCard && (
          <ConfirmAction
            trigger={
              <Button>
                <CreditCard aria-hidden="true" />
                {t('charge')}
              </Button>
            }
            title={t('chargeTitle', { amount: money(invoice.openRappen) })}
            consequences={[t('chargeNow', { amount: money(invoice.openRappen) }), t('chargeRefused')]}
            confirmLabel={t('charge')}
            tone="primary"
            action={actions.charge}
            input={{ id: invoice.id }}
            done={t('charged')}
          />
        )}
        {usable > 0 && (
          <ActionButton
            action={actions.credit}
            input={{ invoiceId: invoice.id, amountRappen: usable, idempotencyKey: key }}
            done={t('credited')}
          >
            <PiggyBank aria-hidden="true" />
            {t('credit', { amount: money(usable) })}
          </ActionButton>
        )}
        <RedeemVoucher invoiceId={invoice.id} redeem={actions.redeem} />
      </div>
    </Card>
  )
}
