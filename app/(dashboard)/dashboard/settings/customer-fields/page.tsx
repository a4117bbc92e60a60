import { saveCustomFieldAction } from '@/app/(dashboard)/dashboard/settings/customer-fields/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { CustomFieldList } from '@/components/customers/form/custom-field-list'
import { listCustomFields } from '@/lib/customers/custom-fields'

export const generateMetadata = pageTitle('settings', 'customerFields.title')

/** What the company wants to know of its customers beyond what everybody does. */
export default async function CustomerFieldsPage() {
  const ctx = await pageContext('settings.edit')
  return (
    <CustomFieldList
      fields={await listCustomFields(ctx, { onlyActive: false })}
      save={saveCustomFieldAction}
    />
  )
}
