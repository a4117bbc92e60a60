import {
  deleteDraftAction,
  issueDraftAction,
  priceDraftAction,
  saveDraftAction,
} from '@/app/(dashboard)/dashboard/invoices/draft-actions'
import { findCustomersAction } from '@/app/(dashboard)/dashboard/reservations/actions'

/** What the editor of an invoice can do. */
export const editorActions = {
  price: priceDraftAction,
  save: saveDraftAction,
  issue: issueDraftAction,
  remove: deleteDraftAction,
  findCustomers: findCustomersAction,
}
