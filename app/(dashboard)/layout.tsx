import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { logOutAction, switchCompanyAction } from '@/app/(auth)/actions'
import { ClientWords } from '@/app/client-words/client-words'
import { setLocale } from '@/app/set-locale'
import { AppShell } from '@/components/shell/app-shell'
import type { ShellContext } from '@/components/shell/shell-context'
import { Toaster } from '@/components/ui/toaster'
import { getSubscription } from '@/lib/companies/billing/queries'
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
  const graceEndsAt = await graceEndOf(ctx)
  const actions = { logOut: logOutAction, switchCompany: switchCompanyAction, setLocale }
  return (
    <ClientWords>
      <AppShell
        context={shellContextOf(ctx, session?.me.permissions ?? [], { unread, graceEndsAt })}
        actions={actions}
      >
        {children}
      </AppShell>
      <Toaster />
    </ClientWords>
  )
}

/** Until when a company works on although its payment failed. */
async function graceEndOf(ctx: CompanyContext): Promise<string | null> {
  if (ctx.company.status !== 'past_due' || !ctx.can('settings.edit')) return null
  return (await getSubscription(ctx)).subscription?.graceEndsAt ?? null
}

function shellContextOf(
  ctx: CompanyContext,
  permissions: string[],
  { unread, graceEndsAt }: { unread: number | null; graceEndsAt: string | null },
): ShellContext {
  const { company, actor, memberships, role } = ctx
  const daysUntil = (instant: string | null) =>
    instant === null ? null : Math.ceil((Date.parse(instant) - ctx.now().getTime()) / DAY_MS)
  return {
    user: actor.kind === 'user' ? actor : { id: '', fullName: '', email: '' },
    company: {
      id: company.id,
      name: company.name,
      status: company.status,
      lines: company.lines,
      trialDaysLeft: company.status === 'trial' ? daysUntil(company.trialEndsAt) : null,
      graceDaysLeft: daysUntil(graceEndsAt),
      siteUrl: siteUrl(company.slug, '/'),
    },
    memberships,
    role,
    permissions,
    unread,
  }
}
