import { useTranslations } from 'next-intl'
import { AddendumForm } from '@/components/portal/addendum-form'
import { formatDateTime } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { PortalAddendum } from '@/lib/portal/schema'

type AddendumProps = {
  /** What the mail about it points at. */
  id: string | undefined
  addendum: PortalAddendum
  contract: string
  customer: string
  currency: string
  ctx: { timeZone: string; locale: string }
  /** Signs it; answers why that could not be, and otherwise leads on. */
  sign: (name: string, image: string) => Promise<string>
}

/** A change of the running rental, old beside new, and where the customer signs it. */
export function Addendum({ id, addendum, contract, customer, currency, ctx, sign }: AddendumProps) {
  const t = useTranslations('portal.addendum')
  const form = useTranslations('portal.checkin.form')
  const offline = useTranslations('portal.offline')
  const { before, after, driver } = addendum
  const tell: [string, (terms: typeof before) => string][] = [
    [t('vehicle'), ({ vehicle }) => vehicle],
    [t('return'), ({ endsAt }) => formatDateTime(endsAt, ctx)],
    [t('place'), ({ returnLocation }) => returnLocation ?? ''],
    [t('km'), ({ includedKm }) => (includedKm === null ? '–' : formatKm(includedKm))],
    [
      t('extras'),
      ({ extras }) =>
        extras.map(({ names, quantity }) => `${quantity} × ${labelOf(names, ctx.locale)}`).join(', ') || '–',
    ],
  ]
  const rows = tell
    .map(([label, told]) => ({ label, from: told(before), to: told(after) }))
    .filter(({ from, to }) => from !== to)
  const difference = after.totalRappen - before.totalRappen
  return (
    <section
      id={id}
      className="grid scroll-mt-4 gap-4 rounded-lg border border-accent-line bg-accent-soft p-5"
    >
      <div>
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p>{t('text', { number: contract })}</p>
      </div>
      <dl className="grid gap-2">
        {rows.map(({ label, from, to }) => (
          <div key={label}>
            <dt className="text-muted text-sm">{label}</dt>
            <dd className="tabular">
              <s className="block text-muted">{from}</s>
              {to}
            </dd>
          </div>
        ))}
        {driver && (
          <div>
            <dt className="text-muted text-sm">{t('driver')}</dt>
            <dd>{driver.name}</dd>
          </div>
        )}
        <div>
          <dt className="text-muted text-sm">{t('price')}</dt>
          <dd className="tabular font-semibold">
            {formatMoney(after.totalRappen, currency)}
            {difference !== 0 && ` (${difference > 0 ? '+ ' : ''}${formatMoney(difference, currency)})`}
          </dd>
        </div>
      </dl>
      <AddendumForm
        customer={customer}
        words={{
          begin: t('sign'),
          name: t('name'),
          signature: t('signature'),
          accept: t('accept'),
          clear: form('clear'),
          typeName: form('typeName'),
          uploadFailed: t('failed'),
          unsent: offline('unsent'),
        }}
        sign={sign}
      />
    </section>
  )
}
