import { Plus } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { labelOf } from '@/lib/core/labels'
import { listCategories } from '@/lib/fleet/queries/catalogue'
import { listGuides } from '@/lib/guide/queries'

export const generateMetadata = pageTitle('settings', 'guide.title')

/** The company's guides. */
export default async function GuidesPage() {
  const ctx = await pageContext('settings.edit')
  const [t, guides, categories] = await Promise.all([
    getTranslations('guide'),
    listGuides(ctx),
    listCategories(ctx),
  ])
  const names = new Map(categories.map((one) => [one.id, labelOf(one.names, ctx.locale)]))
  return (
    <div className="grid max-w-3xl gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted text-sm">{t('lead')}</p>
        <Button asChild variant="primary">
          <Link href="/dashboard/settings/guide/new">
            <Plus aria-hidden="true" />
            {t('add')}
          </Link>
        </Button>
      </div>
      {guides.length === 0 && (
        <p className="rounded-lg border bg-surface p-4 text-muted text-sm">{t('none')}</p>
      )}
      <ul className="divide-y rounded-lg border bg-surface text-sm empty:hidden">
        {guides.map((guide) => (
          <li key={guide.id}>
            <Link
              href={`/dashboard/settings/guide/${guide.id}`}
              className="grid gap-0.5 px-4 py-2.5 hover:bg-sunken"
            >
              <span className="flex flex-wrap items-baseline gap-2">
                <span className="break-words font-medium">{labelOf(guide.names, ctx.locale)}</span>
                {!guide.isActive && <Badge>{t('inactive')}</Badge>}
              </span>
              <span className="break-words text-muted">
                {guide.categoryIds.map((id) => names.get(id)).join(', ') || t('all')} ·{' '}
                {t('sectionCount', { count: guide.sections.length })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
