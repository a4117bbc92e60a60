import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import { type OutboxHandler, PermanentFailure } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { InvitationFacts } from '@/lib/messages/invitation-facts'
import { invitationLetter } from '@/lib/messages/letters/invitation'

const Payload = z.object({ invitation_id: z.uuid() })

/** `mail.invitation`; one that was accepted or revoked meanwhile is not sent. */
export const mailInvitation: OutboxHandler = async (ctx, job) => {
  const { data, error } = await ctx.db.rpc('invitation_facts', {
    p_company_id: ctx.companyId,
    p_invitation_id: Payload.parse(job.payload).invitation_id,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new PermanentFailure('The invitation does not exist')
  const facts = InvitationFacts.parse(data)
  if (!facts.open) return
  await deliverMail(ctx, job, {
    to: facts.email,
    letter: invitationLetter(facts, appUrl(`/invitation/${facts.token}`)),
    language: facts.language,
  })
}
