import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageContext } from '@/app/(dashboard)/page-context'
import { ClientWords } from '@/app/client-words/client-words'
import { Toaster } from '@/components/ui/toaster'

export const metadata: Metadata = {
  manifest: '/manifest.webmanifest',
  appleWebApp: { capable: true, title: 'CRMS', statusBarStyle: 'default' },
}

/** The phone's part, which can be installed: no navigation around it, one task on a screen. */
export default async function HandoverLayout({ children }: { children: ReactNode }) {
  await pageContext('handover.perform')
  return (
    <ClientWords>
      <main className="min-h-dvh">{children}</main>
      <Toaster />
    </ClientWords>
  )
}
