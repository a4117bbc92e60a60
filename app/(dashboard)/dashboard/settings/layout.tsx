import type { ReactNode } from 'react'
import { pageContext } from '@/app/(dashboard)/page-context'
import { SettingsHeader } from '@/components/companies/settings-header'

/** The frame of the settings: one head, one row of sections. Every page within asks for the permission itself as well. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await pageContext('settings.edit')
  return (
    <div className="grid gap-6">
      <SettingsHeader />
      {children}
    </div>
  )
}
