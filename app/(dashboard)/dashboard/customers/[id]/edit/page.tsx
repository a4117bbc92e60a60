import { getTranslations } from 'next-intl/server'
import { updateCustomerAction } from '@/app/(dashboard)/dashboard/customers/actions'
import { findSimilarAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CustomerForm } from '@/components/customers/customer-form'
import { PageHeader } from '@/components/ui/page-header'
import { listCustomFields } from '@/lib/customers/custom-fields'
import { getCustomer } from '@/lib/customers/queries'

export const generateMetadata = pageTitle('customers', 'detail.edit')

/** Corrects what is known of a customer. */
export default async function EditCustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('customers.edit')
  const { id } = await params
  const [t, customer, fields] = await Promise.all([
    getTranslations('customers.form'),
    orNotFound(getCustomer(ctx, id)),
    listCustomFields(ctx),
  ])
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeader
        back={{ href: `/dashboard/customers/${id}`, label: customer.name }}
        title={t('editTitle', { name: customer.name })}
      />
      <CustomerForm
        action={updateCustomerAction}
        customer={customer}
        fields={fields}
        findSimilar={findSimilarAction}
      />
    </div>
  )
}
