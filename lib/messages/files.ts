import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CompanyContext, ServiceContext, SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { fileName } from '@/lib/core/file-name'
import { type KeptFile, keepFile } from '@/lib/core/kept-file'
import { serviceContext } from '@/lib/core/service-context'
import { SIGNED_URL_SECONDS, storagePath } from '@/lib/core/storage-paths'
import type { Db } from '@/lib/supabase/client'

const BUCKET = 'messages'

/** Members and customers were checked by whoever calls; the files are our own machine's business. */
function machine(ctx: CompanyContext | SiteContext): Db {
  return serviceContext(ctx.companyId, 'message-files', ctx.requestId).db
}

/** Stores a file under its own id; storing it again changes nothing. */
export async function storeFile(db: Db, companyId: string, id: string, file: KeptFile) {
  const path = storagePath(companyId, 'messages', id, file.extension)
  const thumbnailPath = file.thumbnail && storagePath(companyId, 'messages', `${id}-small`, 'jpg')
  for (const [where, bytes] of [
    [path, file.bytes],
    [thumbnailPath, file.thumbnail],
  ] as const) {
    if (!where || !bytes) continue
    const stored = await db.storage.from(BUCKET).upload(where, Uint8Array.from(bytes).buffer, {
      contentType: file.contentType,
      upsert: true,
    })
    if (stored.error) throw new AppError('unavailable', { cause: stored.error })
  }
  return {
    p_content_type: file.contentType,
    p_bytes: file.bytes.byteLength + (file.thumbnail?.byteLength ?? 0),
    p_storage_path: path,
    // Null, not absent: a PDF has none.
    p_thumbnail_path: thumbnailPath as string,
  }
}

type Whose = { p_customer_id: string; p_member_id: string } | { p_reservation_id: string }

async function add(
  ctx: CompanyContext | SiteContext,
  whose: Whose,
  { name, given }: { name: string | null; given: Buffer },
): Promise<{ id: string; name: string | null; contentType: string }> {
  const file = await keepFile(given)
  const id = randomUUID()
  const shownName = fileName(name, file.extension)
  const facts = await storeFile(machine(ctx), ctx.companyId, id, file)
  const { error } = await machine(ctx).rpc('add_message_file', {
    p_company_id: ctx.companyId,
    p_id: id,
    p_name: shownName as string,
    ...facts,
    ...whose,
  })
  // What was stored for nothing goes with the sweep.
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'messages.file_added', bytes: file.bytes.byteLength })
  return { id, name: shownName, contentType: file.contentType }
}

/**
 * Keeps a file for the caller's next message to a customer.
 * @throws AppError `file_invalid` · `photo_invalid` · `not_found` · `too_many_files` · `quota_reached`
 */
export async function addFileForCustomer(
  ctx: CompanyContext,
  { customerId, name }: { customerId: string; name: string | null },
  given: Buffer,
) {
  if (ctx.actor.kind !== 'user') throw new AppError('forbidden')
  return add(ctx, { p_customer_id: customerId, p_member_id: ctx.actor.id }, { name, given })
}

/** Keeps a file for the next message of a booking's customer; open the booking first. Throws as addFileForCustomer. */
export function addOwnFile(ctx: SiteContext, booking: { id: string }, name: string | null, given: Buffer) {
  return add(ctx, { p_reservation_id: booking.id }, { name, given })
}

/** Which file, and whether the small picture of it is enough. */
export type FileChoice = { id: string; thumbnail: boolean }

/** A short-lived address of a file; that it was opened is noted. @throws AppError `not_found` · `forbidden` */
export async function memberFileUrl(ctx: CompanyContext, { id, thumbnail }: FileChoice): Promise<string> {
  const { data, error } = await ctx.db.rpc('open_message_file', {
    p_message_file_id: id,
    p_thumbnail: thumbnail,
  })
  if (error) throw fromPostgres(error)
  return signedUrl(machine(ctx), data)
}

/** A short-lived address of a file in a booking's conversation; open the booking first. @throws AppError `not_found` */
export async function ownFileUrl(
  ctx: SiteContext,
  booking: { id: string },
  { id, thumbnail }: FileChoice,
): Promise<string> {
  const { data, error } = await machine(ctx).rpc('own_message_file_path', {
    p_company_id: ctx.companyId,
    p_reservation_id: booking.id,
    p_message_file_id: id,
    p_thumbnail: thumbnail,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  return signedUrl(machine(ctx), data)
}

/** An address of a file that lasts minutes; a PDF is saved, not opened. */
async function signedUrl(db: Db, path: string): Promise<string> {
  const { data, error } = await db.storage
    .from(BUCKET)
    .createSignedUrl(path, SIGNED_URL_SECONDS.operator, { download: path.endsWith('.pdf') })
  if (error) throw new AppError('not_found', { cause: error })
  return data.signedUrl
}

const Sent = z.array(
  z
    .object({
      id: z.string(),
      name: z.string().nullable(),
      content_type: z.string(),
      storage_path: z.string(),
    })
    .transform(({ content_type, storage_path, ...row }) => ({
      ...row,
      contentType: content_type,
      path: storage_path,
    })),
)
type SentFile = z.infer<typeof Sent>[number]

/** What goes out with a message. */
export async function filesToSend(ctx: ServiceContext, messageId: string): Promise<SentFile[]> {
  const { data, error } = await ctx.db.rpc('files_to_send', {
    p_company_id: ctx.companyId,
    p_message_id: messageId,
  })
  if (error) throw fromPostgres(error)
  return Sent.parse(data)
}

/** A file as a mail carries it. */
export async function asAttachment(ctx: ServiceContext, file: SentFile, place: number) {
  const { data, error } = await ctx.db.storage.from(BUCKET).download(file.path)
  if (error) throw new Error(`A file of a message could not be read: ${error.message}`)
  const extension = file.path.split('.').at(-1)
  return {
    filename: file.name ?? `${place + 1}.${extension}`,
    content: Buffer.from(await data.arrayBuffer()),
    contentType: file.contentType,
  }
}

/** An address from which a provider may fetch a file in the next minutes. */
export async function addressForProvider(ctx: ServiceContext, file: SentFile): Promise<string> {
  const { data, error } = await ctx.db.storage
    .from(BUCKET)
    .createSignedUrl(file.path, SIGNED_URL_SECONDS.operator)
  if (error) throw new Error(`A file of a message could not be signed: ${error.message}`)
  return data.signedUrl
}
