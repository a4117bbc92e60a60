import { UserPlus, Users } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CustomerTable } from '@/components/customers/customer-table'
import { ExportLink } from '@/components/dashboard/export-link'
import { ListPages, type SearchParams } from '@/components/dashboard/list-pages'
import { NothingFound } from '@/components/dashboard/nothing-found'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { listCustomers } from '@/lib/customers/queries'
import { CustomerFilters } from '@/lib/customers/schema'

export const generateMetadata = pageTitle('customers')

/** Everybody who rents, by name. */
export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('customers.see')
  const search = await searchParams
  const [t, page] = await Promise.all([
    getTranslations('customers'),
    listCustomers(ctx, CustomerFilters.parse(search)),
  ])
  const isFiltered = Object.keys(search).length > 0
  const isEmpty = page.rows.length === 0
  const add = ctx.can('customers.edit') && (
    <Button asChild variant="primary">
      <Link href="/dashboard/customers/new">
        <UserPlus aria-hidden="true" />
        {t('new')}
      </Link>
    </Button>
  )
  const filters = [
    {
      key: 'blocked',
      label: t('filters.blocked'),
      options: [{ value: 'yes', label: t('filters.blockedYes') }],
    },
  ]
  if (isEmpty && !isFiltered) {
    return (
      <div className="grid gap-4">
        <PageHeader title={t('title')} />
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
      <PageHeader title={t('title')} actions={add} />
      <Toolbar filters={filters} searchLabel={t('search')}>
        {ctx.can('data.export') && <ExportLink href="/api/customers/export" search={search} />}
      </Toolbar>
      {isEmpty ? (
        <NothingFound href="/dashboard/customers" />
      ) : (
        <CustomerTable customers={page.rows} timeZone={ctx.timeZone} />
      )}
      <ListPages page={page} search={search} />
    </div>
  )
}
