import { type Answers, type Checkin, CheckinAnswer } from '@/lib/checkin/schema'
import type { SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** The check-in of a private link; null where the company asks nothing. */
export async function getCheckin(ctx: SiteContext, token: string): Promise<Checkin | null> {
  const { data, error } = await ctx.db.rpc('checkin_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  return data === null ? null : CheckinAnswer.parse(data)
}

/**
 * Keeps answers as far as they are; with `submit` they are done.
 * @throws AppError `link_expired` · `checkin_closed` · `form_incomplete` with the field · `invalid_input`
 */
export async function saveCheckin(
  ctx: SiteContext,
  token: string,
  answers: Answers,
  { submit }: { submit: boolean },
): Promise<void> {
  const { error } = await ctx.db.rpc('save_checkin_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_answers: answers,
    p_submit: submit,
  })
  if (error) throw fromPostgres(error)
  if (submit) ctx.log.info({ event: 'checkin.submitted' })
}
