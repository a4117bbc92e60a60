import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { LineForm } from '@/components/money/pay-link/line-form'
import { buttonStyle } from '@/components/ui/button-style'
import { formatMoney } from '@/lib/core/money'
import { tipsFor } from '@/lib/money/pay-link/tips'

type TipFormProps = {
  invoice: { totalRappen: number; currency: string }
  /** Takes one of the offered tips. */
  choose: (form: FormData) => Promise<void>
  /** Takes an amount of the payer's own. */
  give: ComponentProps<typeof LineForm>['send']
}

/** A tip on an invoice that is paid: a share by one tap, or an amount of one's own. */
export function TipForm({ invoice, choose, give }: TipFormProps) {
  const t = useTranslations('booking-site.pay.tip')
  const money = (rappen: number) => formatMoney(rappen, invoice.currency)
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-5">
      <div>
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="text-muted">{t('text')}</p>
      </div>
      <form action={choose} className="grid grid-cols-3 gap-2">
        {tipsFor(invoice.totalRappen).map((rappen) => (
          <button
            key={rappen}
            type="submit"
            name="rappen"
            value={rappen}
            aria-label={t('give', { amount: money(rappen) })}
            className={buttonStyle({ size: 'lg' })}
          >
            {money(rappen)}
          </button>
        ))}
      </form>
      <LineForm
        send={give}
        name="amount"
        label={t('other')}
        submit={t('submit')}
        input={{ inputMode: 'decimal', autoComplete: 'off', placeholder: '0.00', maxLength: 20 }}
      />
    </section>
  )
}
