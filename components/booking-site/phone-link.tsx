import type { ReactNode } from 'react'
import { readablePhone } from '@/lib/booking-site/phone'

type PhoneLinkProps = { phone: string; className?: string; label?: string; children?: ReactNode }

/** Calls; shows the number unless something else stands for it. */
export function PhoneLink({ phone, className, label, children }: PhoneLinkProps) {
  const { shown, href } = readablePhone(phone)
  return (
    <a href={href} aria-label={label} className={className}>
      {children}
      {!label && shown}
    </a>
  )
}
