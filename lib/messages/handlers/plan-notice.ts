import { fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { planNoticeLetter } from '@/lib/messages/letters/plan-notice'
import { PlanNoticeFacts } from '@/lib/messages/plan-notice-facts'

/** `mail.plan_notice`; what was paid or put in order before the worker came alarms nobody. */
export const mailPlanNotice: OutboxHandler = async (ctx, job) => {
  const { data, error } = await ctx.db.rpc('plan_notice_facts', {
    p_company_id: ctx.companyId,
    p_notice: job.payload as Record<string, string>,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  const facts = PlanNoticeFacts.parse(data)
  await deliverMail(ctx, job, {
    to: facts.email,
    letter: planNoticeLetter(
      facts,
      appUrl(facts.notice === 'welcome' ? '/dashboard' : '/dashboard/settings/plan'),
    ),
    language: facts.language,
  })
}
