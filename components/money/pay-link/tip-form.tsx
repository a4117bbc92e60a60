import { useTranslations } from 'next-intl'
import { Line } from '@/components/booking-site/details-form/line'
import { buttonStyle } from '@/components/ui/button-style'
import { formatMoney } from '@/lib/core/money'
import { LEAST_TIP, MOST_TIP, tipsFor } from '@/lib/money/pay-link/tips'

type TipFormProps = {
  invoice: { totalRappen: number; currency: string }
  give: (form: FormData) => Promise<void>
  /** The amount that was typed is none, or too small or too high. */
  refused: boolean
}

/** A tip on an invoice that is paid: a share by one tap, or an amount of one's own. */
export function TipForm({ invoice, give, refused }: TipFormProps) {
  const t = useTranslations('booking-site.pay.tip')
  const money = (rappen: number) => formatMoney(rappen, invoice.currency)
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-5">
      <div>
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="text-muted">{t('text')}</p>
      </div>
      <form action={give} className="grid grid-cols-3 gap-2">
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
      <form action={give} className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
        <Line
          name="amount"
          label={t('other')}
          error={refused ? t('refused', { least: money(LEAST_TIP), most: money(MOST_TIP) }) : undefined}
        >
          {(control) => (
            <input
              {...control}
              required
              inputMode="decimal"
              autoComplete="off"
              placeholder="0.00"
              maxLength={20}
            />
          )}
        </Line>
        <button type="submit" className={buttonStyle({ size: 'lg' })}>
          {t('submit')}
        </button>
      </form>
    </section>
  )
}
