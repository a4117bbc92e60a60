'use server'

import { memberAction } from '@/lib/core/action'
import { CustomFieldChange, saveCustomField } from '@/lib/customers/custom-fields'

export const saveCustomFieldAction = memberAction(
  { input: CustomFieldChange, permission: 'settings.edit' },
  saveCustomField,
)
