import { getTranslations } from 'next-intl/server'
import { createCustomerAction } from '@/app/(dashboard)/dashboard/customers/actions'
import { findSimilarAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CustomerForm } from '@/components/customers/customer-form'
import { PageHeader } from '@/components/ui/page-header'
import { listCustomFields } from '@/lib/customers/custom-fields'

export const generateMetadata = pageTitle('customers', 'form.newTitle')

/** Enters somebody who has not booked by themselves. */
export default async function NewCustomerPage() {
  const ctx = await pageContext('customers.edit')
  const [t, fields] = await Promise.all([getTranslations('customers'), listCustomFields(ctx)])
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeader back={{ href: '/dashboard/customers', label: t('title') }} title={t('form.newTitle')} />
      <CustomerForm action={createCustomerAction} fields={fields} findSimilar={findSimilarAction} />
    </div>
  )
}
