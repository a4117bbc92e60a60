'use server'

import { memberAction } from '@/lib/core/action'
import { resetTemplate, saveTemplate, sendTest } from '@/lib/messages/templates/commands'
import { previewTemplate } from '@/lib/messages/templates/queries'
import { PreviewWish, TemplateDraft, TemplateRef, TestWish } from '@/lib/messages/templates/schema'

export const saveTemplateAction = memberAction(
  { input: TemplateDraft, permission: 'settings.edit' },
  saveTemplate,
)

export const resetTemplateAction = memberAction(
  { input: TemplateRef, permission: 'settings.edit' },
  resetTemplate,
)

export const previewTemplateAction = memberAction(
  { input: PreviewWish, permission: 'settings.edit' },
  previewTemplate,
)

export const sendTestAction = memberAction({ input: TestWish, permission: 'settings.edit' }, sendTest)
