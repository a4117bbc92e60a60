import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pageContext } from '@/app/(dashboard)/page-context'
import { SettingsNavigation } from '@/components/companies/settings-navigation'
import { PageHeader } from '@/components/ui/page-header'

/** The frame of the settings: one head, its sections by group. Every page within asks for the permission itself as well. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await pageContext('settings.edit')
  const t = await getTranslations('settings')
  return (
    <div className="grid gap-6">
      <PageHeader title={t('title')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[11rem_minmax(0,1fr)] xl:items-start xl:gap-10">
        <SettingsNavigation />
        {children}
      </div>
    </div>
  )
}
