import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CategoryTable } from '@/components/fleet/prices/category-table'
import { ExtraDialog } from '@/components/fleet/prices/extra-dialog'
import { ExtraTable } from '@/components/fleet/prices/extra-table'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { listCategories, listExtras } from '@/lib/fleet/queries/catalogue'

export const generateMetadata = pageTitle('fleet', 'prices.title')

/** What categories cost, and what can be booked on top. */
export default async function PricesPage() {
  const ctx = await pageContext('fleet.see')
  const [t, categories, extras] = await Promise.all([
    getTranslations('fleet'),
    listCategories(ctx),
    listExtras(ctx),
  ])
  const canEdit = ctx.can('fleet.edit')
  return (
    <div className="grid gap-8">
      <PageHeader back={{ href: '/dashboard/fleet', label: t('title') }} title={t('prices.title')} />
      <section className="grid gap-3">
        <SectionHead title={t('prices.categories')} text={t('prices.categoriesText')} />
        <CategoryTable categories={categories} canEdit={canEdit} />
      </section>
      <section className="grid gap-3">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <SectionHead title={t('prices.extras')} text={t('prices.extrasText')} />
          {canEdit && <ExtraDialog trigger={<Button size="sm">{t('prices.addExtra')}</Button>} />}
        </div>
        <ExtraTable extras={extras} canEdit={canEdit} />
      </section>
    </div>
  )
}

function SectionHead({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h2 className="font-semibold text-lg">{title}</h2>
      <p className="text-muted text-sm">{text}</p>
    </div>
  )
}
