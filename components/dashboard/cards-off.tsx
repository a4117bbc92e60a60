import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'

/** Says that neither card nor TWINT is offered, and leads to where the account at Stripe is connected. */
export function CardsOff() {
  const t = useTranslations('money.cardsOff')
  return (
    <Alert tone="warning" title={t('title')}>
      <p>
        {t('text')}{' '}
        <Link href="/dashboard/settings/payments" className="underline">
          {t('link')}
        </Link>
      </p>
    </Alert>
  )
}
