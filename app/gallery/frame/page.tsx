import { setLocale } from '@/app/set-locale'
import { AppShell } from '@/components/shell/app-shell'
import type { ShellContext } from '@/components/shell/shell-context'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

const permissions =
  'fleet.see fleet.edit reservations.see reservations.create customers.see customers.edit contracts.see handover.perform settings.edit billing.manage'

const context: ShellContext = {
  user: { id: 'anna', fullName: 'Anna Keller', email: 'owner@alpenmobil.test' },
  company: {
    id: 'a',
    name: 'Alpenmobil Vermietung',
    status: 'trial',
    lines: ['rentals'],
    trialDaysLeft: 12,
    graceDaysLeft: null,
    siteUrl: '#',
  },
  memberships: [
    { companyId: 'a', name: 'Alpenmobil Vermietung', role: 'owner' },
    { companyId: 'b', name: 'Glanzwerk', role: 'manager' },
  ],
  role: 'owner',
  unread: 3,
  permissions: permissions.split(' '),
}

async function stay() {
  'use server'
}

/** The dashboard's frame with an invented company. */
export default function FramePage() {
  return (
    <AppShell context={context} actions={{ logOut: stay, switchCompany: stay, setLocale }}>
      <PageHeader title="Today" actions={<Button variant="primary">Start a pickup</Button>} />
      <EmptyState title="Nothing is due today">
        Pickups, returns and what needs you stand here in order of time.
      </EmptyState>
    </AppShell>
  )
}
