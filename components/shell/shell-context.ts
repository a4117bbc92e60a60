import type { Role } from '@/lib/core/me'

export type BusinessLine = 'rentals' | 'services' | 'stays' | 'sales'

/** Everything the frame around the screens knows; whoever renders it has asked already. */
export type ShellContext = {
  user: { id: string; fullName: string; email: string }
  company: {
    id: string
    name: string
    status: 'trial' | 'active' | 'past_due' | 'suspended' | 'canceled'
    lines: BusinessLine[]
    /** Whole days of the trial that are left; null outside of a trial. */
    trialDaysLeft: number | null
    /** Whole days until a company that owes a payment is put on hold; null where that is no matter or nobody's business. */
    graceDaysLeft: number | null
    /** The company's own booking page. */
    siteUrl: string
  }
  memberships: { companyId: string; name: string; role: Role }[]
  role: Role
  permissions: string[]
  /** How many conversations wait to be read; null for who does not see them. */
  unread: number | null
}

/** What the frame lets people do with their session; server actions of the app. */
export type ShellActions = {
  logOut: () => Promise<void>
  switchCompany: (form: FormData) => Promise<unknown>
  setLocale: (form: FormData) => Promise<void>
}
