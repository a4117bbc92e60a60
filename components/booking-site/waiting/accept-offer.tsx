import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Consent } from '@/components/booking-site/details-form/consent'
import { buttonStyle } from '@/components/ui/button-style'
import { formatMoney } from '@/lib/core/money'

type AcceptOfferProps = {
  accept: (form: FormData) => Promise<void>
  depositRappen: number
  currency: string
  /** Whether the company has rental terms to agree to. */
  hasTerms: boolean
  /** It was sent without consent. */
  isRefused: boolean
}

/** Takes up what is kept: agreement to the terms, and what is to be paid now. */
export function AcceptOffer({ accept, depositRappen, currency, hasTerms, isRefused }: AcceptOfferProps) {
  const t = useTranslations('booking-site.details')
  const link = (href: string) => (words: ReactNode) => (
    <a href={href} target="_blank" rel="noreferrer" className="text-accent-text underline underline-offset-4">
      {words}
    </a>
  )
  return (
    <form action={accept} className="grid gap-4 rounded-lg border bg-surface p-5">
      <Consent error={isRefused ? t('consentMissing') : undefined}>
        {t.rich(hasTerms ? 'consent' : 'consentWithoutTerms', {
          terms: link('/terms'),
          privacy: link('/privacy'),
        })}
      </Consent>
      <button type="submit" className={buttonStyle({ variant: 'primary', size: 'xl' })}>
        {depositRappen > 0 ? t('pay', { amount: formatMoney(depositRappen, currency) }) : t('book')}
      </button>
    </form>
  )
}
