import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/booking-site/phone-link'
import { SiteLink } from '@/components/booking-site/site-link'
import { buttonStyle } from '@/components/ui/button-style'

type ContactButtonsProps = {
  company: { name: string; phone: string | null; email: string | null }
  /** Where the two write to each other, for who has such a page; anybody else has only the company's address. */
  conversation?: string
}

/** The ways to a person. */
export function ContactButtons({ company, conversation }: ContactButtonsProps) {
  const t = useTranslations('booking-site.booking')
  return (
    <div className="flex flex-wrap gap-2">
      {company.phone && (
        <PhoneLink phone={company.phone} className={buttonStyle({ size: 'lg' })}>
          <span className="icon icon-phone size-4" />
          <span className="sr-only">{t('call')} </span>
        </PhoneLink>
      )}
      {conversation ? (
        <SiteLink href={conversation} className={buttonStyle({ size: 'lg' })}>
          <span className="icon icon-message-square size-4" />
          {t('write')}
        </SiteLink>
      ) : (
        company.email && (
          <a href={`mailto:${company.email}`} className={buttonStyle({ size: 'lg' })}>
            <span className="icon icon-mail size-4" />
            {t('write')}
          </a>
        )
      )}
      {conversation && company.email && (
        <p className="w-full text-muted">
          {t('byMail')} <span className="select-all break-all">{company.email}</span>
        </p>
      )}
    </div>
  )
}
