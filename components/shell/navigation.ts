import {
  Activity,
  CalendarDays,
  CalendarRange,
  CarFront,
  ChartGantt,
  FileSignature,
  Home,
  type LucideIcon,
  MessagesSquare,
  ReceiptText,
  Settings,
  Tags,
  Users,
} from 'lucide-react'
import type { BusinessLine, ShellContext } from '@/components/shell/shell-context'

export type Place = {
  /** Its word is in messages: `shell.places.<name>`. */
  name: string
  href: string
  icon: LucideIcon
  permission?: string
  /** Second key after G that goes there. */
  key: string
}

export type PlaceGroup = {
  /** The line of business the group belongs to; its word is in `shell.groups`. Without one every company has it. */
  line?: BusinessLine
  /** Stands apart at the end of the sidebar. */
  isApart?: true
  places: Place[]
}

const groups: PlaceGroup[] = [
  { places: [{ name: 'today', href: '/dashboard', icon: Home, key: 'D' }] },
  {
    line: 'rentals',
    places: [
      {
        name: 'reservations',
        href: '/dashboard/reservations',
        icon: CalendarRange,
        permission: 'reservations.see',
        key: 'R',
      },
      {
        name: 'timeline',
        href: '/dashboard/timeline',
        icon: ChartGantt,
        permission: 'reservations.see',
        key: 'T',
      },
      {
        name: 'availability',
        href: '/dashboard/availability',
        icon: CalendarDays,
        permission: 'reservations.see',
        key: 'B',
      },
      {
        name: 'contracts',
        href: '/dashboard/contracts',
        icon: FileSignature,
        permission: 'contracts.see',
        key: 'V',
      },
      { name: 'fleet', href: '/dashboard/fleet', icon: CarFront, permission: 'fleet.see', key: 'F' },
      { name: 'pricing', href: '/dashboard/pricing', icon: Tags, permission: 'reservations.see', key: 'P' },
    ],
  },
  {
    places: [
      { name: 'customers', href: '/dashboard/customers', icon: Users, permission: 'customers.see', key: 'K' },
      {
        name: 'messages',
        href: '/dashboard/messages',
        icon: MessagesSquare,
        permission: 'reservations.see',
        key: 'N',
      },
      {
        name: 'invoices',
        href: '/dashboard/invoices',
        icon: ReceiptText,
        permission: 'contracts.see',
        key: 'I',
      },
      {
        name: 'activity',
        href: '/dashboard/activity',
        icon: Activity,
        permission: 'reservations.see',
        key: 'A',
      },
    ],
  },
  {
    isApart: true,
    places: [
      {
        name: 'settings',
        href: '/dashboard/settings',
        icon: Settings,
        permission: 'settings.edit',
        key: 'S',
      },
    ],
  },
]

/** The three places a phone has under the thumb; where nothing is rented, what customers write is nearer than anything else. */
const NEAREST = { rentals: ['today', 'reservations', 'fleet'], others: ['today', 'customers', 'messages'] }

/** The places this person has in this company: its lines of business only, and what the role may see. */
export function placesFor({ company, permissions }: ShellContext): PlaceGroup[] {
  return groups
    .filter(({ line }) => !line || company.lines.includes(line))
    .map(({ places, ...group }) => ({
      ...group,
      places: places.filter(({ permission }) => !permission || permissions.includes(permission)),
    }))
    .filter(({ places }) => places.length > 0)
}

/** Whether a page belongs to a place; the first page of the dashboard belongs to itself alone. */
export function isWithin(href: string, pathname: string): boolean {
  return pathname === href || (href !== '/dashboard' && pathname.startsWith(`${href}/`))
}

/** The same for a phone: what has a place of its own there, and what its last button opens. */
export function nearAndFar(context: ShellContext): { near: Place[]; far: Place[] } {
  const nearest = context.company.lines.includes('rentals') ? NEAREST.rentals : NEAREST.others
  const places = placesFor(context).flatMap((group) => group.places)
  return {
    near: places.filter(({ name }) => nearest.includes(name)),
    far: places.filter(({ name }) => !nearest.includes(name)),
  }
}
