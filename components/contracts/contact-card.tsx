import { useTranslations } from 'next-intl'
import { Phone } from '@/components/customers/phone'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'

type ContactCardProps = { customer: { id: string; name: string; email: string | null; phone: string | null } }

/** Who it is about, and how to reach them. */
export function ContactCard({ customer }: ContactCardProps) {
  const t = useTranslations('contracts.detail')
  return (
    <Card title={t('customer')}>
      <div className="grid gap-2 text-sm">
        <TextLink
          href={`/dashboard/customers/${customer.id}`}
          className="w-fit max-w-full truncate font-medium"
        >
          {customer.name}
        </TextLink>
        {customer.phone && <Phone number={customer.phone} className="w-fit" />}
        {customer.email && (
          <a href={`mailto:${customer.email}`} className="w-fit max-w-full truncate hover:underline">
            {customer.email}
          </a>
        )}
      </div>
    </Card>
  )
}
