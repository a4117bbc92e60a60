import { useTranslations } from 'next-intl'
import { settleFindingAction } from '@/app/(dashboard)/dashboard/invoices/stripe/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { TextLink } from '@/components/ui/text-link'
import { Textarea } from '@/components/ui/textarea'
import type { StripeFinding } from '@/lib/money/stripe/queries'

type FindingProps = { finding: StripeFinding; timeZone: string; canSettle: boolean }

/** One contradiction: what it is, what our books say and what Stripe says. */
export function Finding({ finding, timeZone, canSettle }: FindingProps) {
  const t = useTranslations('money.stripe')
  const side = (label: string, rappen: number | null) => (
    <div className="flex items-baseline justify-between gap-4 sm:grid sm:justify-items-end sm:gap-0.5">
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="font-medium">
        {rappen === null ? (
          <span className="text-muted">{t('nothing')}</span>
        ) : (
          <Money amountRappen={rappen} currency={finding.currency} />
        )}
      </dd>
    </div>
  )
  return (
    <li className="grid gap-3 px-4 py-4 text-sm lg:grid-cols-[minmax(0,1fr)_auto_auto] lg:items-center lg:gap-6">
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">{t(`kinds.${finding.kind}`)}</p>
        <p className="flex flex-wrap items-baseline gap-x-2 text-muted">
          <DateTime instant={finding.at} timeZone={timeZone} />
          {finding.customer &&
            (finding.href ? (
              <TextLink href={finding.href}>{finding.customer}</TextLink>
            ) : (
              <span>{finding.customer}</span>
            ))}
        </p>
        <p className="break-all text-faint text-xs">{finding.ref}</p>
      </div>
      <dl className="grid gap-1 sm:grid-cols-2 sm:gap-6">
        {side(t('ours'), finding.oursRappen)}
        {side(t('theirs'), finding.stripeRappen)}
      </dl>
      {canSettle && (
        <FormDialog
          trigger={<Button>{t('settle')}</Button>}
          title={t('settle')}
          description={t('settleText')}
          action={settleFindingAction}
          submit={t('settle')}
          done={t('settled')}
          labels={{ note: t('note') }}
        >
          <input type="hidden" name="findingId" value={finding.id} />
          <FormField name="note" label={t('note')}>
            <Textarea rows={3} maxLength={500} required />
          </FormField>
        </FormDialog>
      )}
    </li>
  )
}
