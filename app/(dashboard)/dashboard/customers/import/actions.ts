'use server'

import { memberAction } from '@/lib/core/action'
import { CustomerFile, importCustomers, previewCustomers } from '@/lib/customers/import/import-customers'

export const previewCustomersAction = memberAction(
  { input: CustomerFile, permission: 'customers.edit' },
  previewCustomers,
)

export const importCustomersAction = memberAction(
  { input: CustomerFile, permission: 'customers.edit' },
  importCustomers,
)
