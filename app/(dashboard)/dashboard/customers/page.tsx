import { UserPlus, Users } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CustomerPanel } from '@/components/customers/customer-panel'
import { customerRows } from '@/components/customers/customer-rows'
import { ListMenu } from '@/components/customers/list-menu'
import { BulkTags } from '@/components/lists/bulk-tags'
import { isNarrowed, queryOf, type SearchParams } from '@/components/lists/list-address'
import { ListScreen } from '@/components/lists/list-screen'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { customerList, listCustomers } from '@/lib/customers/list'
import { CustomerFilters } from '@/lib/customers/schema'
import { listSavedViews, listTags } from '@/lib/lists/queries'

export const generateMetadata = pageTitle('customers')

/** Everybody who rents, by name. */
export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('customers.see')
  const search = await searchParams
  const query = CustomerFilters.parse(search)
  const [t, page, views, tags] = await Promise.all([
    getTranslations('customers'),
    listCustomers(ctx, query),
    listSavedViews(ctx, 'customers'),
    listTags(ctx, 'customers'),
  ])
  const add = ctx.can('customers.edit') && (
    <Button asChild variant="primary">
      <Link href="/dashboard/customers/new">
        <UserPlus aria-hidden="true" />
        {t('new')}
      </Link>
    </Button>
  )
  const menu = (
    <ListMenu
      canImport={ctx.can('customers.edit')}
      canMerge={ctx.can('customers.merge')}
      canErase={ctx.can('customers.erase')}
    />
  )
  if (page.rows.length === 0 && !isNarrowed(queryOf(search))) {
    return (
      <div className="grid gap-4">
        <PageHeader title={t('title')} actions={menu} />
        <EmptyState
          picture={<Users aria-hidden="true" />}
          title={t('emptyTitle')}
          className="rounded-lg border bg-surface"
          actions={add}
        >
          {t('emptyText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t('title')}
        actions={
          <>
            {menu}
            {add}
          </>
        }
      />
      <ListScreen
        list={customerList}
        caption={t('title')}
        path="/dashboard/customers"
        search={search}
        query={query}
        page={page}
        rows={(columns) => customerRows(page.rows, columns, ctx.timeZone)}
        columnLabel={(key) => t(`columns.${key}`)}
        filters={[
          {
            key: 'kind',
            label: t('filters.kind'),
            options: (['person', 'firm'] as const).map((value) => ({ value, label: t(`form.${value}`) })),
          },
          {
            key: 'blocked',
            label: t('filters.blocked'),
            options: [{ value: 'yes', label: t('filters.blockedYes') }],
          },
          ...(tags.length > 0
            ? [
                {
                  key: 'tag',
                  label: t('filters.tag'),
                  options: tags.map((tag) => ({ value: tag, label: tag })),
                },
              ]
            : []),
        ]}
        searchLabel={t('search')}
        views={views}
        canDeleteShared={ctx.can('settings.edit')}
        exportHref={ctx.can('data.export') && '/api/customers/export'}
        bulk={ctx.can('customers.edit') && <BulkTags list="customers" tags={tags} />}
        panel={(id) => <CustomerPanel ctx={ctx} id={id} />}
      />
    </div>
  )
}
