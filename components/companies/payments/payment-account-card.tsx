import { useTranslations } from 'next-intl'
import { connectAccountAction } from '@/app/(dashboard)/dashboard/settings/payments/actions'
import { ToStripe } from '@/components/companies/billing/to-stripe'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import type { PaymentAccount } from '@/lib/companies/payments/queries'

const TONES = {
  none: 'warning',
  begun: 'warning',
  checking: 'info',
  ready: 'success',
  noPayouts: 'warning',
  stopped: 'danger',
} as const

type PaymentAccountCardProps = { account: PaymentAccount; canConnect: boolean }

/** The account at Stripe: how it stands, what Stripe still wants to know, and the way to its page. */
export function PaymentAccountCard({ account, canConnect }: PaymentAccountCardProps) {
  const t = useTranslations('settings.payments')
  const { state, demands, id } = account
  return (
    <Card title={t('account')}>
      <div className="grid justify-items-start gap-4">
        <Alert tone={TONES[state]} title={t(`states.${state}.title`)} className="w-full">
          {t(`states.${state}.text`)}
        </Alert>
        {demands.length > 0 && (
          <div className="grid gap-2 text-sm">
            <p className="font-medium">{t('due')}</p>
            <ul className="grid list-disc gap-1 pl-5">
              {demands.map((demand) => (
                <li key={demand}>{t(`demands.${demand}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {id && <p className="break-all text-muted text-xs">{t('number', { id })}</p>}
        {state !== 'ready' &&
          state !== 'checking' &&
          (canConnect ? (
            <ToStripe action={connectAccountAction} variant="primary">
              {t(id ? 'continue' : 'connect')}
            </ToStripe>
          ) : (
            <p className="text-muted text-sm">{t('ownerOnly')}</p>
          ))}
      </div>
    </Card>
  )
}
