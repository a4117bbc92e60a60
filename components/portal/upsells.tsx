import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { SelectBox } from '@/components/booking-site/select-box'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { Upsells as Offered } from '@/lib/portal/upsells'

type Offer = Offered['offers'][number]
type UpsellsProps = {
  upsells: Offered
  company: string
  currency: string
  locale: string
  /** Adds it, or asks for it: the offer, what one piece, two and so on cost, a key for this press, and the form with the quantity. */
  take: (offerId: string, pricesRappen: number[], idempotencyKey: string, form: FormData) => Promise<void>
}

/** What can still be added to the booking or be had in its place, each with its price and one button. */
export function Upsells({ upsells: { offers, asked }, company, currency, locale, take }: UpsellsProps) {
  const t = useTranslations('portal.upsells')
  if (offers.length + asked.length === 0) return null
  return (
    <section id="extras" className="grid scroll-mt-20 gap-4 rounded-lg border bg-surface p-5">
      <div>
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        {offers.length > 0 && <p className="text-muted">{t('text')}</p>}
      </div>
      <ul className="grid divide-y border-t">
        {offers.map((offer) => (
          <li key={offer.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-40">
              <p className="font-medium">
                <Name of={offer} locale={locale} />
              </p>
              <OfferDetail offer={offer} company={company} currency={currency} />
            </div>
            <form
              action={take.bind(null, offer.id, offer.pricesRappen, randomUUID())}
              className="flex flex-wrap items-center gap-2"
            >
              {offer.kind === 'category' && !offer.needsApproval ? (
                <Confirmed offer={offer} currency={currency} locale={locale} />
              ) : (
                <>
                  <Quantity
                    offer={offer}
                    label={t('quantity', { extra: labelOf(offer.names, locale) })}
                    currency={currency}
                  />
                  <button
                    type="submit"
                    aria-label={`${t(offer.needsApproval ? 'ask' : 'add')}: ${labelOf(offer.names, locale)}`}
                    className={buttonStyle({ variant: 'secondary', size: 'lg' })}
                  >
                    {t(offer.needsApproval ? 'ask' : 'add')}
                  </button>
                </>
              )}
            </form>
          </li>
        ))}
        {asked.map(({ quantity, amountRappen, status, ...wish }) => (
          <li key={wish.id} className="flex flex-wrap items-center justify-between gap-x-4 py-3">
            <p className="font-medium">
              {quantity > 1 && `${quantity} × `}
              <Name of={wish} locale={locale} />
            </p>
            <p className="tabular text-muted text-sm">
              {status === 'asked' && `${formatMoney(amountRappen, currency)} · `}
              {t(status === 'asked' ? 'waits' : 'declined')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Name({ of: { kind, names }, locale }: { of: Pick<Offer, 'kind' | 'names'>; locale: string }) {
  const t = useTranslations('portal.upsells')
  const name = labelOf(names, locale)
  return kind === 'category' ? t('upgrade', { category: name }) : name
}

function OfferDetail({ offer, company, currency }: { offer: Offer; company: string; currency: string }) {
  const t = useTranslations('portal.upsells')
  const [one = 0, two = 0] = offer.pricesRappen
  const amount = formatMoney(one, currency)
  const parts = [
    offer.example && t('example', { vehicle: offer.example }),
    // Where rounding makes two cost something else, the choice names each price.
    two === one * 2 ? t('each', { amount }) : amount,
    offer.securityDeposit &&
      offer.securityDeposit.after !== offer.securityDeposit.before &&
      t('depositInstead', {
        amount: formatMoney(offer.securityDeposit.after, currency),
        before: formatMoney(offer.securityDeposit.before, currency),
      }),
    offer.left !== null && offer.left <= 5 && t('left', { count: offer.left }),
    offer.needsApproval && t('onRequest', { company }),
  ]
  return <p className="tabular text-muted text-sm">{parts.filter(Boolean).join(' · ')}</p>
}

/** Another category takes the booked vehicle's place for good: what that means is read before the button is there. */
function Confirmed({ offer, currency, locale }: { offer: Offer; currency: string; locale: string }) {
  const t = useTranslations('portal.upsells')
  const name = labelOf(offer.names, locale)
  return (
    <details className="group">
      <summary
        aria-label={`${t('view')}: ${name}`}
        className={cn(buttonStyle({ variant: 'secondary', size: 'lg' }), 'list-none group-open:hidden')}
      >
        {t('view')}
      </summary>
      <input type="hidden" name="quantity" value="1" />
      <div className="grid max-w-80 gap-2">
        <p className="text-muted text-sm">{t('upgradeText')}</p>
        <button type="submit" className={buttonStyle({ variant: 'primary', size: 'lg' })}>
          {t('upgradeConfirm', { amount: formatMoney(offer.pricesRappen[0] ?? 0, currency) })}
        </button>
      </div>
    </details>
  )
}

function Quantity({
  offer: { pricesRappen },
  label,
  currency,
}: {
  offer: Offer
  label: string
  currency: string
}) {
  if (pricesRappen.length === 1) return <input type="hidden" name="quantity" value="1" />
  return (
    <SelectBox label={label} labelHidden name="quantity" defaultValue={1} className="w-44">
      {pricesRappen
        .map((rappen, place) => ({ pieces: place + 1, rappen }))
        .map(({ pieces, rappen }) => (
          <option key={pieces} value={pieces}>
            {`${pieces} · ${formatMoney(rappen, currency)}`}
          </option>
        ))}
    </SelectBox>
  )
}
