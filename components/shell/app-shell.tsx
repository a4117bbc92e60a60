import type { ReactNode } from 'react'
import { BottomNavigation } from '@/components/shell/bottom-navigation'
import { PlanBanner } from '@/components/shell/plan-banner'
import type { ShellActions, ShellContext } from '@/components/shell/shell-context'
import { Sidebar } from '@/components/shell/sidebar'
import { MAIN_ID, SkipLink } from '@/components/shell/skip-link'
import { TopBar } from '@/components/shell/top-bar'
import { UnreadProvider } from '@/components/shell/unread'

type AppShellProps = { context: ShellContext; actions: ShellActions; children: ReactNode }

/** The frame around every dashboard page. Takes what it shows by props and asks nobody. */
export function AppShell({ context, actions, children }: AppShellProps) {
  return (
    <UnreadProvider initial={context.unread}>
      <div className="flex min-h-dvh">
        <SkipLink />
        <Sidebar context={context} actions={actions} />
        <div className="flex min-w-0 flex-1 flex-col">
          <PlanBanner company={context.company} permissions={context.permissions} />
          <TopBar context={context} actions={actions} />
          <main id={MAIN_ID} tabIndex={-1} className="w-full flex-1 px-4 py-5 outline-none lg:px-6">
            {children}
          </main>
          <BottomNavigation context={context} actions={actions} />
        </div>
      </div>
    </UnreadProvider>
  )
}
