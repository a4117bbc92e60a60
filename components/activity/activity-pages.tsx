import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { queryOf, type SearchParams } from '@/components/lists/list-address'
import { Button } from '@/components/ui/button'

type ActivityPagesProps = {
  search: SearchParams
  /** The number after which the next page begins; null at the end of the trail. */
  next: number | null
  isFirst: boolean
}

/** Further back in the trail, and back to its newest end. */
export function ActivityPages({ search, next, isFirst }: ActivityPagesProps) {
  const t = useTranslations('activity')
  const newest = queryOf(search)
  newest.delete('after')
  const older = new URLSearchParams(newest)
  if (next !== null) older.set('after', String(next))
  if (isFirst && next === null) return null
  return (
    <nav aria-label={t('title')} className="flex justify-end gap-2">
      {!isFirst && (
        <Button size="sm" asChild>
          <Link href={`/dashboard/activity?${newest}`}>{t('newest')}</Link>
        </Button>
      )}
      {next !== null && (
        <Button size="sm" asChild>
          <Link href={`?${older}`} rel="next">
            {t('older')}
          </Link>
        </Button>
      )}
    </nav>
  )
}
