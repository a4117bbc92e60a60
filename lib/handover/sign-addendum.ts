import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { SigningDevice } from '@/lib/handover/commands'
import type { AddendumSignature } from '@/lib/handover/schema'
import { storeSignatures } from '@/lib/handover/signatures'

/**
 * Takes the customer's signature under a change of their running rental; its PDF is queued. The first signature stays.
 * @throws AppError `contract_not_active` · `change_undone` · `signature_missing` · `not_found`
 */
export async function signAddendum(
  ctx: CompanyContext,
  { changeId, name, image }: AddendumSignature,
  { ip, userAgent }: SigningDevice,
): Promise<void> {
  const drawn = [{ signer: 'customer' as const, name, image }]
  const [stored] = await storeSignatures(ctx, drawn, ctx.now().toISOString())
  const { error } = await ctx.db.rpc('sign_addendum', {
    p_change_id: changeId,
    p_signature: {
      name,
      image_path: stored?.image_path ?? null,
      image_sha256: stored?.image_sha256 ?? null,
      device_at: stored?.device_at ?? null,
    },
    ...(ip && { p_ip: ip }),
    ...(userAgent && { p_user_agent: userAgent }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts')
  ctx.log.info({ event: 'contract.addendum_signed', changeId })
}
