import { formatPhone } from '@/lib/core/documents/format'
import type { Sender } from '@/lib/messages/letter'

type Company = { name: string; phone: string | null; email: string | null }

/** Who sends a letter: the company's name and colour above it, how to reach them beneath. */
export function senderOf({ name, phone, email }: Company, accentColor: string): Sender {
  return {
    name,
    accentColor,
    contact: [formatPhone(phone), email].filter((line): line is string => Boolean(line)),
  }
}
