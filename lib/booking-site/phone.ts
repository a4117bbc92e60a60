import { formatPhone } from '@/lib/core/documents/format'

/** A phone number to read (`+41 44 201 01 01`) and to dial. */
export function readablePhone(phone: string): { shown: string; href: string } {
  return { shown: formatPhone(phone), href: `tel:${phone.replace(/[^+\d]/g, '')}` }
}
