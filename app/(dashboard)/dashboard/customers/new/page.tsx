import { getTranslations } from 'next-intl/server'
import { createCustomerAction } from '@/app/(dashboard)/dashboard/customers/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CustomerForm } from '@/components/customers/customer-form'
import { PageHeader } from '@/components/ui/page-header'

export const generateMetadata = pageTitle('customers', 'form.newTitle')

/** Enters somebody who has not booked by themselves. */
export default async function NewCustomerPage() {
  await pageContext('customers.edit')
  const t = await getTranslations('customers')
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeader back={{ href: '/dashboard/customers', label: t('title') }} title={t('form.newTitle')} />
      <CustomerForm action={createCustomerAction} />
    </div>
  )
}
