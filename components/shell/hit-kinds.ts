import { CalendarRange, CarFront, FileSignature, type LucideIcon, ReceiptText, Users } from 'lucide-react'
import type { Hit } from '@/lib/search/schema'

/** How a kind of record looks in the palette, and where one of it is. */
export const hitKinds: Record<Hit['kind'], { icon: LucideIcon; href: (id: string) => string }> = {
  customer: { icon: Users, href: (id) => `/dashboard/customers/${id}` },
  vehicle: { icon: CarFront, href: (id) => `/dashboard/fleet/${id}` },
  reservation: { icon: CalendarRange, href: (id) => `/dashboard/reservations/${id}` },
  contract: { icon: FileSignature, href: (id) => `/dashboard/contracts/${id}` },
  invoice: { icon: ReceiptText, href: (id) => `/dashboard/invoices/${id}` },
}
