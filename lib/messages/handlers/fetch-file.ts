import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { keepFile, MOST_FILE_BYTES } from '@/lib/core/kept-file'
import { type OutboxHandler, PermanentFailure } from '@/lib/core/outbox'
import { fetchResendAttachment } from '@/lib/integrations/resend/attachment'
import { fetchTwilioMedia } from '@/lib/integrations/twilio/media'
import { storeFile } from '@/lib/messages/files'

/** Where a file of a message that came in lies at whoever brought it. */
const Source = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('twilio'), path: z.string() }),
  z.object({ provider: z.literal('resend'), emailId: z.string(), id: z.string() }),
])

/**
 * `message.fetch_file`: brings what a customer sent into our storage, pictures drawn anew. What cannot be kept is given up, and the conversation
 * says why; what could not be reached is tried again.
 */
export const fetchMessageFile: OutboxHandler = async (ctx, job) => {
  const id = String(job.payload.file_id)
  const { data, error } = await ctx.db.rpc('awaited_file_source', {
    p_company_id: ctx.companyId,
    p_message_file_id: id,
  })
  if (error) throw fromPostgres(error)
  // Forgotten, or fetched by a worker that died before it could say so.
  if (data === null) return
  try {
    const file = await keepFile(await bytesFrom(Source.parse(data)))
    const facts = await storeFile(ctx.db, ctx.companyId, id, file)
    const kept = await ctx.db.rpc('keep_message_file', {
      p_company_id: ctx.companyId,
      p_message_file_id: id,
      ...facts,
    })
    if (kept.error) throw fromPostgres(kept.error)
  } catch (failure) {
    const refusal = refusalFor(failure)
    if (!refusal) throw failure
    await refuse(ctx, id, refusal)
  }
}

function bytesFrom(source: z.infer<typeof Source>): Promise<Buffer> {
  return source.provider === 'twilio'
    ? fetchTwilioMedia(source.path, MOST_FILE_BYTES)
    : fetchResendAttachment(source, MOST_FILE_BYTES)
}

/** Why a file will never be kept; null where trying again may help. */
function refusalFor(failure: unknown): 'kind' | 'size' | 'gone' | null {
  if (failure instanceof PermanentFailure) return 'gone'
  if (!(failure instanceof AppError)) return null
  if (failure.code === 'too_large') return 'size'
  return failure.code === 'file_invalid' || failure.code === 'photo_invalid' ? 'kind' : null
}

async function refuse(ctx: ServiceContext, id: string, refusal: string): Promise<void> {
  const { error } = await ctx.db.rpc('refuse_message_file', {
    p_company_id: ctx.companyId,
    p_message_file_id: id,
    p_refusal: refusal,
  })
  if (error) throw fromPostgres(error)
}
