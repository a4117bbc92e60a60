import { type AnswerChanges, type Checkin, CheckinAnswer } from '@/lib/checkin/schema'
import type { SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** The check-in of a private link; null where the company asks nothing. */
export async function getCheckin(ctx: SiteContext, token: string): Promise<Checkin | null> {
  const { data, error } = await ctx.db.rpc('checkin_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  return data === null ? null : CheckinAnswer.parse(data)
}

/**
 * Keeps the answers that were changed and nothing else; with `submit` all of them are done. Answers what is kept now.
 * @throws AppError `link_expired` · `checkin_closed` · `form_incomplete` with the fields `missing` · `invalid_input` · `below_least` · `above_most` with the `field`
 */
export async function saveCheckin(
  ctx: SiteContext,
  token: string,
  changes: AnswerChanges,
  { submit }: { submit: boolean },
): Promise<Checkin> {
  const { data, error } = await ctx.db.rpc('save_checkin_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_changes: changes,
    p_submit: submit,
  })
  if (error) throw fromPostgres(error)
  if (submit) ctx.log.info({ event: 'checkin.submitted' })
  return CheckinAnswer.parse(data)
}
