'use server'

import { memberAction } from '@/lib/core/action'
import { deleteDraft, issueDraft, saveDraft } from '@/lib/money/drafts/commands'
import { priceDraft } from '@/lib/money/drafts/queries'
import { DraftQuestion, InvoiceDraft } from '@/lib/money/drafts/schema'
import { InvoiceRef } from '@/lib/money/schema'

export const priceDraftAction = memberAction(
  { input: DraftQuestion, permission: 'payments.take' },
  priceDraft,
)
export const saveDraftAction = memberAction({ input: InvoiceDraft, permission: 'payments.take' }, saveDraft)
export const issueDraftAction = memberAction({ input: InvoiceRef, permission: 'payments.take' }, issueDraft)
export const deleteDraftAction = memberAction({ input: InvoiceRef, permission: 'payments.take' }, deleteDraft)
