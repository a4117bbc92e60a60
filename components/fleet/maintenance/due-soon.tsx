import { useTranslations } from 'next-intl'
import { DueList } from '@/components/fleet/maintenance/due-list'
import { TextLink } from '@/components/ui/text-link'
import type { DueItem } from '@/lib/fleet/maintenance/schema'

/** More would push the day's figures off the screen. */
const MOST = 5

/** What falls due on the fleet and is not planned yet, the most urgent first. */
export function DueSoon({ items, timeZone }: { items: DueItem[]; timeZone: string }) {
  const t = useTranslations('fleet.maintenance')
  return (
    <section className="grid gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold text-base">{t('due', { count: items.length })}</h2>
        <TextLink href="/dashboard/fleet/maintenance" className="text-sm">
          {t('all')}
        </TextLink>
      </div>
      <DueList items={items.slice(0, MOST)} timeZone={timeZone} />
    </section>
  )
}
