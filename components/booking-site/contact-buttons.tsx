import { Mail, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/booking-site/phone-link'
import { buttonStyle } from '@/components/ui/button-style'

type ContactButtonsProps = { company: { name: string; phone: string | null; email: string | null } }

/** The ways to a person. */
export function ContactButtons({ company }: ContactButtonsProps) {
  const t = useTranslations('booking-site.booking')
  return (
    <div className="flex flex-wrap gap-2">
      {company.phone && (
        <PhoneLink phone={company.phone} className={buttonStyle({ size: 'lg' })}>
          <Phone aria-hidden="true" />
          <span className="sr-only">{t('call')} </span>
        </PhoneLink>
      )}
      {company.email && (
        <a href={`mailto:${company.email}`} className={buttonStyle({ size: 'lg' })}>
          <Mail aria-hidden="true" />
          {t('write')}
        </a>
      )}
    </div>
  )
}
