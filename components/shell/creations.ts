import { CalendarPlus, CarFront, type LucideIcon, Upload, UserPlus } from 'lucide-react'
import type { BusinessLine, ShellContext } from '@/components/shell/shell-context'

export type Creation = {
  /** Its word is in messages: `shell.create.<name>`. */
  name: string
  href: string
  icon: LucideIcon
  permission: string
  line?: BusinessLine
}

const creations: Creation[] = [
  {
    name: 'reservation',
    href: '/dashboard/reservations/new',
    icon: CalendarPlus,
    permission: 'reservations.create',
    line: 'rentals',
  },
  { name: 'customer', href: '/dashboard/customers/new', icon: UserPlus, permission: 'customers.edit' },
  {
    name: 'vehicle',
    href: '/dashboard/fleet/new',
    icon: CarFront,
    permission: 'fleet.edit',
    line: 'rentals',
  },
  {
    name: 'fleetImport',
    href: '/dashboard/fleet/import',
    icon: Upload,
    permission: 'fleet.edit',
    line: 'rentals',
  },
]

/** What this person may start in this company. */
export function creationsFor({ company, permissions }: ShellContext): Creation[] {
  return creations.filter(
    ({ line, permission }) => permissions.includes(permission) && (!line || company.lines.includes(line)),
  )
}
