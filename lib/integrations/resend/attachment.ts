import 'server-only'
import { PermanentFailure } from '@/lib/core/outbox'
import { readBytes } from '@/lib/core/request-body'
import { resend } from '@/lib/integrations/resend/client'

/**
 * What hung on a mail that came in.
 * @throws PermanentFailure when Resend has it no longer · AppError `too_large`
 */
export async function fetchResendAttachment(
  { emailId, id }: { emailId: string; id: string },
  limit: number,
): Promise<Buffer> {
  const { data, error } = await resend().emails.receiving.attachments.get({ emailId, id })
  if (error?.name === 'not_found') throw new PermanentFailure('Resend has it no longer')
  if (error) throw new Error(`Resend refused: ${error.name}`)
  const answer = await fetch(data.download_url, { redirect: 'error', signal: AbortSignal.timeout(20_000) })
  if (answer.status === 404 || answer.status === 410) throw new PermanentFailure('Resend has it no longer')
  if (!answer.ok) throw new Error(`Resend refused: ${answer.status}`)
  return readBytes(answer, limit)
}
