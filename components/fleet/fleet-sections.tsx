import { useTranslations } from 'next-intl'
import { SectionTabs } from '@/components/dashboard/section-tabs'

/** The two views of a fleet: what there is, and what has to be done on it. */
export function FleetSections() {
  const t = useTranslations('fleet')
  const sections = [
    { href: '/dashboard/fleet', label: t('sections.vehicles') },
    { href: '/dashboard/fleet/maintenance', label: t('sections.maintenance') },
  ]
  return <SectionTabs label={t('title')} sections={sections} />
}
