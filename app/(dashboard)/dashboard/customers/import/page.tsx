import { getTranslations } from 'next-intl/server'
import {
  importCustomersAction,
  previewCustomersAction,
} from '@/app/(dashboard)/dashboard/customers/import/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CustomerImport } from '@/components/customers/import/customer-import'
import { PageHeader } from '@/components/ui/page-header'

export const generateMetadata = pageTitle('customers', 'import.title')

/** Brings customers in from a list: look first, then all of it at once. */
export default async function ImportCustomersPage() {
  await pageContext('customers.edit')
  const t = await getTranslations('customers')
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/customers', label: t('title') }}
        title={t('import.title')}
        description={t('import.text')}
      />
      <CustomerImport preview={previewCustomersAction} run={importCustomersAction} />
    </div>
  )
}
