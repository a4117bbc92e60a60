import 'server-only'
import { currentRequest } from '@/lib/core/current-request'
import { env } from '@/lib/core/env'
import { AppError } from '@/lib/core/errors'
import { secretsMatch } from '@/lib/core/ids'
import { respond } from '@/lib/core/route'

/** A route for the scheduler alone, which shows the secret as a bearer token. The work must bear running twice or late. */
export function cronRoute(
  work: (requestId: string) => Promise<Record<string, unknown>>,
): () => Promise<Response> {
  return () =>
    respond(async () => {
      const { bearer, requestId } = await currentRequest()
      if (!bearer || !secretsMatch(bearer, env().CRON_SECRET)) throw new AppError('not_signed_in')
      return Response.json({ success: true, data: await work(requestId) })
    })
}
