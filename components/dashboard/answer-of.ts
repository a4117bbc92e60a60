import { unstable_rethrow } from 'next/navigation'
import type { ActionResult } from '@/lib/core/action'

/**
 * What a server action answers. Where nothing comes back, because the network or the server is away, that is a refusal like
 * any other, said as `unavailable`: the page stays, and what was typed on it. Whether the work was done is then not known.
 */
export async function answerOf<T>(
  asked: Promise<ActionResult<T>>,
  unavailable: string,
): Promise<ActionResult<T>> {
  try {
    return await asked
  } catch (thrown) {
    // A redirect comes as an error, too.
    unstable_rethrow(thrown)
    return { ok: false, error: { code: 'unavailable', message: unavailable, requestId: '' } }
  }
}
