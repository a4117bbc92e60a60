import { useTranslations } from 'next-intl'
import { allowSmsOverageAction } from '@/app/(dashboard)/dashboard/settings/plan/actions'
import { ActionForm } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { Card } from '@/components/ui/card'
import { Input } from '@/components/ui/input'
import { Money } from '@/components/ui/money'
import type { SmsOverage } from '@/lib/companies/plan'
import { formatFigure } from '@/lib/core/figure'

type SmsOverageCardProps = { overage: SmsOverage; currency: string; canManage: boolean }

/** What happens when the plan's short messages are used up: none leaves, or so many at their price. */
export function SmsOverageCard({ overage, currency, canManage }: SmsOverageCardProps) {
  const t = useTranslations('settings.plan.overage')
  const { most, used, rateRappen, isOpen } = overage
  const money = (amountRappen: number) => () => <Money amountRappen={amountRappen} currency={currency} />
  return (
    <Card title={t('title')}>
      <div className="grid gap-4 text-sm">
        <p>{t.rich('text', { price: money(rateRappen) })}</p>
        {used > 0 && (
          <p className="font-medium">
            {t.rich('used', { count: used, figure: formatFigure(used), cost: money(used * rateRappen) })}
          </p>
        )}
        {!isOpen && <p className="text-muted">{t('needsSubscription')}</p>}
        {canManage ? (
          <ActionForm
            action={allowSmsOverageAction}
            submit={t('submit')}
            done={t('done')}
            labels={{ most: t('most') }}
            className="gap-4"
          >
            <FormField name="most" label={t('most')} help={t('mostHelp')} required>
              <div className="max-w-40">
                <Input
                  inputMode="numeric"
                  autoComplete="off"
                  defaultValue={most}
                  suffix="SMS"
                  className="tabular text-right"
                />
              </div>
            </FormField>
          </ActionForm>
        ) : (
          <p>{t('allowed', { most })}</p>
        )}
      </div>
    </Card>
  )
}
