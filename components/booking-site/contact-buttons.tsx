import { Mail, MessageSquare, Phone } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/booking-site/phone-link'
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
          <Phone aria-hidden="true" />
          <span className="sr-only">{t('call')} </span>
        </PhoneLink>
      )}
      {conversation ? (
        <Link href={conversation} prefetch={false} className={buttonStyle({ size: 'lg' })}>
          <MessageSquare aria-hidden="true" />
          {t('write')}
        </Link>
      ) : (
        company.email && (
          <a href={`mailto:${company.email}`} className={buttonStyle({ size: 'lg' })}>
            <Mail aria-hidden="true" />
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
