import { useTranslations } from 'next-intl'
import { SectionTabs } from '@/components/dashboard/section-tabs'

/** What is promised, and who still waits for something to be. */
export function ReservationSections() {
  const t = useTranslations('reservations')
  const sections = [
    { href: '/dashboard/reservations', label: t('sections.all') },
    { href: '/dashboard/reservations/waiting', label: t('sections.waiting') },
  ]
  return <SectionTabs label={t('title')} sections={sections} />
}
