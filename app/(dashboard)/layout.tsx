import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { logOutAction, switchCompanyAction } from '@/app/(auth)/actions'
import { ClientWords } from '@/app/client-words/client-words'
import { setLocale } from '@/app/set-locale'
import { AppShell } from '@/components/shell/app-shell'
import type { ShellContext } from '@/components/shell/shell-context'
import { Toaster } from '@/components/ui/toaster'
import { type CompanyContext, currentSession, getCompanyContext } from '@/lib/core/context'
import { siteUrl } from '@/lib/core/hosts'
import { countUnread } from '@/lib/messages/conversation'

// Only what members use can be installed on a phone; a company's site is no app.
export const metadata: Metadata = { manifest: '/manifest.webmanifest' }

const DAY_MS = 24 * 60 * 60 * 1_000

/** The frame of the dashboard; a stranger is sent to log in before anything is shown. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const ctx = await getCompanyContext()
  const session = await currentSession()
  const unread = ctx.can('reservations.see') ? await countUnread(ctx) : null
  const actions = { logOut: logOutAction, switchCompany: switchCompanyAction, setLocale }
  return (
    <ClientWords>
      <AppShell context={shellContextOf(ctx, session?.me.permissions ?? [], unread)} actions={actions}>
        {children}
      </AppShell>
      <Toaster />
    </ClientWords>
  )
}

function shellContextOf(ctx: CompanyContext, permissions: string[], unread: number | null): ShellContext {
  const { company, actor, memberships, role } = ctx
  const trialEnd = company.status === 'trial' && company.trialEndsAt ? Date.parse(company.trialEndsAt) : null
  return {
    user: actor.kind === 'user' ? actor : { id: '', fullName: '', email: '' },
    company: {
      id: company.id,
      name: company.name,
      status: company.status,
      lines: company.lines,
      trialDaysLeft: trialEnd === null ? null : Math.ceil((trialEnd - ctx.now().getTime()) / DAY_MS),
      siteUrl: siteUrl(company.slug, '/'),
    },
    memberships,
    role,
    permissions,
    unread,
  }
}
