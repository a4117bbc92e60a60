'use server'

import { memberAction } from '@/lib/core/action'
import { saveGuide } from '@/lib/guide/commands'
import { GuideDraft } from '@/lib/guide/schema'

export const saveGuideAction = memberAction({ input: GuideDraft, permission: 'settings.edit' }, saveGuide)
