'use server'

import { saveForm } from '@/lib/checkin/commands'
import { FormDraft } from '@/lib/checkin/schema'
import { memberAction } from '@/lib/core/action'

export const saveFormAction = memberAction({ input: FormDraft, permission: 'settings.edit' }, saveForm)
