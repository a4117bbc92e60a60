import 'server-only'
import { createHash } from 'node:crypto'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const BUCKET = 'documents'

export type DocumentToSeal = {
  kind: 'contract' | 'addendum' | 'settlement' | 'invoice' | 'credit_note'
  recordId: string
  locale: string
  path: string
}

/**
 * Stores a PDF for good and records its SHA-256, which also queues its mail. A file that lies there already was
 * written by an earlier try and stays: it, not the new one, is what gets sealed.
 */
export async function sealDocument(
  ctx: ServiceContext,
  { kind, recordId, locale, path }: DocumentToSeal,
  bytes: Uint8Array,
): Promise<void> {
  const kept = await storeOnce(ctx, path, bytes)
  const { error } = await ctx.db.rpc('seal_document', {
    p_company_id: ctx.companyId,
    p_kind: kind,
    p_record_id: recordId,
    p_locale: locale,
    p_storage_path: path,
    p_sha256: createHash('sha256').update(kept).digest('hex'),
    p_bytes: kept.byteLength,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'document.sealed', kind, recordId, bytes: kept.byteLength })
}

/** Whether a record's document is sealed already: repeating its job then has nothing to do. */
export async function isSealed(
  ctx: ServiceContext,
  { kind, recordId }: Pick<DocumentToSeal, 'kind' | 'recordId'>,
): Promise<boolean> {
  const names = { p_company_id: ctx.companyId, p_kind: kind, p_record_id: recordId }
  const { data, error } = await ctx.db.rpc('document_facts', names)
  if (error) throw fromPostgres(error)
  return data !== null
}

async function storeOnce({ db }: ServiceContext, path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const file = Uint8Array.from(bytes).buffer
  const stored = await db.storage.from(BUCKET).upload(path, file, { contentType: 'application/pdf' })
  if (!stored.error) return bytes
  const earlier = await db.storage.from(BUCKET).download(path)
  if (earlier.error) throw new Error(`A document could not be stored: ${stored.error.message}`)
  return new Uint8Array(await earlier.data.arrayBuffer())
}
