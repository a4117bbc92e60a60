import { useTranslations } from 'next-intl'
import { SectionTabs } from '@/components/dashboard/section-tabs'

/** The views of a fleet: what there is, what has to be done on it, and what is broken. */
export function FleetSections() {
  const t = useTranslations('fleet')
  const sections = [
    { href: '/dashboard/fleet', label: t('sections.vehicles') },
    { href: '/dashboard/fleet/maintenance', label: t('sections.maintenance') },
    { href: '/dashboard/fleet/damages', label: t('sections.damages') },
  ]
  return <SectionTabs label={t('title')} sections={sections} />
}
