import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { quoteAction } from '@/app/(dashboard)/dashboard/pricing/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CategoryTable } from '@/components/pricing/category-table'
import { ExtraDialog } from '@/components/pricing/extra-dialog'
import { ExtraTable } from '@/components/pricing/extra-table'
import { PriceCalendar } from '@/components/pricing/price-calendar'
import { PricePreview } from '@/components/pricing/price-preview'
import { RuleSections } from '@/components/pricing/rule-sections'
import { UpsellTable } from '@/components/pricing/upsell-table'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import { countOwnRates, listCategories, listExtras, listLocations } from '@/lib/fleet/queries/catalogue'
import { getPriceCalendar, listPriceRules } from '@/lib/pricing/queries'
import { reportUpsells } from '@/lib/pricing/upsell-report'
import { instantsOf, priceReservation } from '@/lib/reservations/queries/availability'
import { defaultWish } from '@/lib/reservations/rules'

export const generateMetadata = pageTitle('pricing', 'title')

const Search = z.object({
  category: z.uuid().optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
})

/** The whole price list: what categories cost, what changes it, what it comes to, and the year at a glance. */
export default async function PricingPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const ctx = await pageContext('reservations.see')
  const search = Search.parse(await searchParams)
  const [t, prices, categories, ownPrices, locations, extras, rules, upsells] = await Promise.all([
    getTranslations('pricing'),
    getTranslations('fleet.prices'),
    listCategories(ctx),
    countOwnRates(ctx),
    listLocations(ctx),
    listExtras(ctx),
    listPriceRules(ctx),
    ctx.can('reports.see') ? reportUpsells(ctx) : null,
  ])
  const canEdit = ctx.can('fleet.edit')
  const { currency } = ctx.company
  const choices = {
    categories: categories.map(({ id, names }) => ({ id, name: labelOf(names, ctx.locale) })),
    locations,
  }
  const category = categories.find(({ id }) => id === search.category) ?? categories[0]
  const year = search.year ?? Number(localDateOf(ctx.now(), ctx.timeZone).slice(0, 4))
  const period = defaultWish(ctx.now(), ctx.timeZone)
  const [days, price] = category
    ? await Promise.all([
        getPriceCalendar(ctx, { categoryId: category.id, year }),
        priceReservation(ctx, {
          ...instantsOf(ctx, period),
          categoryId: (categories[0] ?? category).id,
          extras: [],
        }).catch(() => null),
      ])
    : [[], null]
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <PageHeader title={t('title')} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
          <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
            <SectionHead title={prices('categories')} text={prices('categoriesText')} />
            <CategoryTable {...{ categories, ownPrices, currency, canEdit }} />
          </section>
          <RuleSections {...choices} {...{ rules, currency, canEdit }} />
          <section id="extras" className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-3">
            <div className="flex flex-wrap items-end justify-between gap-3">
              <SectionHead title={prices('extras')} text={prices('extrasText')} />
              {canEdit && (
                <ExtraDialog currency={currency} trigger={<Button size="sm">{prices('addExtra')}</Button>} />
              )}
            </div>
            <ExtraTable {...{ extras, currency, canEdit }} />
          </section>
          {upsells && (
            <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
              <SectionHead title={t('upsells.title')} text={t('upsells.text')} />
              <UpsellTable report={upsells} currency={currency} />
            </section>
          )}
        </div>
        {category && (
          <div className="xl:sticky xl:top-16">
            <PricePreview
              {...choices}
              quote={quoteAction}
              extras={extras.flatMap(({ id, names, active }) =>
                active ? [{ id, name: labelOf(names, ctx.locale) }] : [],
              )}
              first={{ from: period.from, to: period.to, price }}
            />
          </div>
        )}
      </div>
      {category && (
        <PriceCalendar
          categories={choices.categories}
          categoryId={category.id}
          {...{ days, year, currency }}
        />
      )}
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
