import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { type OutboxHandler, PermanentFailure } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import {
  ContractMailFacts,
  CreditNoteMailFacts,
  DOCUMENT_KINDS,
  type DocumentKind,
  InvoiceMailFacts,
  SealedDocument,
} from '@/lib/messages/document-facts'
import { attachmentName, documentLetter } from '@/lib/messages/letters/document'
import { mailTextsFor } from '@/lib/messages/templates/texts-for'

const Payload = z.object({ kind: z.enum(DOCUMENT_KINDS), record_id: z.uuid() })

async function sealedDocument(ctx: ServiceContext, kind: DocumentKind, recordId: string) {
  const { data, error } = await ctx.db.rpc('document_facts', {
    p_company_id: ctx.companyId,
    p_kind: kind,
    p_record_id: recordId,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new PermanentFailure('The document is not sealed')
  return SealedDocument.parse(data)
}

async function factsOf({ db, companyId }: ServiceContext, kind: DocumentKind, id: string) {
  if (kind === 'invoice') return db.rpc('invoice_facts', { p_company_id: companyId, p_invoice_id: id })
  if (kind === 'credit_note')
    return db.rpc('credit_note_facts', { p_company_id: companyId, p_credit_note_id: id })
  if (kind === 'addendum') return db.rpc('addendum_facts', { p_company_id: companyId, p_change_id: id })
  return db.rpc('contract_facts', { p_company_id: companyId, p_contract_id: id })
}

async function mailFacts(ctx: ServiceContext, kind: DocumentKind, recordId: string) {
  const { data, error } = await factsOf(ctx, kind, recordId)
  if (error) throw fromPostgres(error)
  if (data === null) throw new PermanentFailure('The record of the document does not exist')
  if (kind === 'invoice') return InvoiceMailFacts.parse(data)
  return kind === 'credit_note' ? CreditNoteMailFacts.parse(data) : ContractMailFacts.parse(data)
}

/** The file as it was sealed; a file that does not have the sealed checksum is never sent. */
async function sealedFile(ctx: ServiceContext, { storagePath, sha256 }: SealedDocument): Promise<Buffer> {
  const { data, error } = await ctx.db.storage.from('documents').download(storagePath)
  if (error) throw new Error(`The sealed file could not be read: ${error.message}`)
  const content = Buffer.from(await data.arrayBuffer())
  const found = createHash('sha256').update(content).digest('hex')
  if (found !== sha256) throw new PermanentFailure('The stored file is not the sealed one')
  return content
}

/** `mail.document`: a sealed contract, addendum, settlement, invoice or credit note for its customer. */
export const mailDocument: OutboxHandler = async (ctx, job) => {
  const { kind, record_id: recordId } = Payload.parse(job.payload)
  const facts = await mailFacts(ctx, kind, recordId)
  if (!facts.customer.email) return
  const document = await sealedDocument(ctx, kind, recordId)
  const content = await sealedFile(ctx, document)
  const texts = await mailTextsFor(ctx, `document_${kind}`, document.language)
  await deliverMail(ctx, job, {
    to: facts.customer.email,
    replyTo: facts.companyEmail,
    letter: documentLetter({ ...facts, ...document }, texts),
    language: document.language,
    attachments: [{ filename: attachmentName(facts), content, contentType: 'application/pdf' }],
    customerId: facts.customer.id,
    reservationId: facts.reservationId,
  })
}
