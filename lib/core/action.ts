import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import {
  type CompanyContext,
  getVisitorContext,
  requireCompanyContext,
  type VisitorContext,
} from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { describeError } from '@/lib/core/error-messages'
import { toAppError } from '@/lib/core/errors'
import { inputOf } from '@/lib/core/form-data'
import { currentLocale } from '@/lib/core/i18n/current-locale'
import { logFor, withLog } from '@/lib/core/log'
import { reportFault } from '@/lib/core/monitoring'
import { parseInput } from '@/lib/core/validation'

/** What a form gets back. `fields` has a sentence for each field that is wrong. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false
      error: {
        code: string
        message: string
        requestId: string
        fields?: Record<string, string>
        details?: Record<string, unknown>
      }
    }

/**
 * A server action for members: authenticate, authorise, parse, act. Call it with the form's values, or hand it to
 * `useActionState`; a FormData is read field by field.
 */
export function memberAction<S extends z.ZodType, T>(
  { input: schema, permission }: { input: S; permission: string },
  act: (ctx: CompanyContext, input: z.output<S>) => Promise<T>,
): (...given: unknown[]) => Promise<ActionResult<T>> {
  return (...given) =>
    answer(async () => {
      const ctx = await requireCompanyContext(permission)
      return act(ctx, parseInput(schema, inputOf(given.at(-1))))
    })
}

/** A server action for whoever comes: log-in, sign-up. The function it calls limits its rate. */
export function openAction<S extends z.ZodType, T>(
  { input: schema }: { input: S },
  act: (ctx: VisitorContext, input: z.output<S>) => Promise<T>,
): (...given: unknown[]) => Promise<ActionResult<T>> {
  return (...given) =>
    answer(async () => act(await getVisitorContext(), parseInput(schema, inputOf(given.at(-1)))))
}

async function answer<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  const { requestId } = await currentRequest()
  const log = logFor({ requestId })
  try {
    return { ok: true, data: await withLog(log, work) }
  } catch (thrown) {
    unstable_rethrow(thrown)
    const error = toAppError(thrown)
    if (error.isFault) reportFault(thrown, log)
    const described = await describeError(error, await currentLocale())
    const details = error.isFault || error.code === 'invalid_input' ? {} : { details: error.details }
    return { ok: false, error: { code: error.code, requestId, ...described, ...details } }
  }
}
