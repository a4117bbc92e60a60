import type { ReactNode } from 'react'
import { Phone } from '@/components/customers/phone'
import { TextLink } from '@/components/ui/text-link'

type ContactLinesProps = {
  customer: { id: string; name: string; email: string | null; phone: string | null }
  children?: ReactNode
}

/** Who somebody is, and how to reach them; beneath, what else must be known of them. */
export function ContactLines({ customer, children }: ContactLinesProps) {
  return (
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
      {children}
    </div>
  )
}
