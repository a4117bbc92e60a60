import { paperTools } from '@/app/api/paper-tools'
import { locatePlace } from '@/lib/companies/locate'
import { contractWriter, settlementWriter, writeAddendum } from '@/lib/contracts/documents/handler'
import type { OutboxHandler } from '@/lib/core/outbox'
import { endSecondSubscription } from '@/lib/integrations/stripe/billing/end-second'
import { billSmsOverage } from '@/lib/integrations/stripe/billing/sms-overage'
import { chargeCardOnFile } from '@/lib/integrations/stripe/charge'
import { closePage } from '@/lib/integrations/stripe/close-page'
import { authoriseDeposit, checkDeposit, dropHold, resolveDeposit } from '@/lib/integrations/stripe/deposit'
import { reconcileStripe } from '@/lib/integrations/stripe/reconcile'
import { refundAtStripe } from '@/lib/integrations/stripe/refund'
import { messageHandlers } from '@/lib/messages/handlers/by-topic'
import { statementMailer } from '@/lib/messages/handlers/statement'
import { writeCreditNote, writeInvoice } from '@/lib/money/documents/handler'
import { statementPdf } from '@/lib/money/statement/document'
import { StatementFacts } from '@/lib/money/statement/facts'
import { refundChange } from '@/lib/reservations/refund-change'
import { serveWaitingList } from '@/lib/reservations/serve-waiting-list'

/** Every topic that the database queues, and who does the work. */
export const outboxHandlers: Record<string, OutboxHandler> = {
  'stripe.refund': refundAtStripe,
  'stripe.charge': chargeCardOnFile,
  'stripe.close_page': closePage,
  'stripe.end_second_subscription': endSecondSubscription,
  'stripe.sms_overage': billSmsOverage,
  'stripe.deposit_authorise': authoriseDeposit,
  'stripe.deposit_resolve': resolveDeposit,
  'stripe.deposit_check': checkDeposit,
  'stripe.deposit_drop': dropHold,
  'stripe.reconcile': reconcileStripe,
  'document.contract': contractWriter(paperTools),
  'document.addendum': writeAddendum,
  'document.settlement': settlementWriter(paperTools),
  'document.invoice': writeInvoice,
  'document.credit_note': writeCreditNote,
  'change.refund': refundChange,
  'waiting.serve': serveWaitingList,
  'location.locate': locatePlace,
  'mail.statement': statementMailer((facts, frame) => statementPdf(StatementFacts.parse(facts), frame)),
  ...messageHandlers,
}
