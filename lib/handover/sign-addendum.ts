import { invalidate } from '@/lib/core/cache'
import type { CompanyContext, SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import type { SigningDevice } from '@/lib/handover/commands'
import type { AddendumSignature } from '@/lib/handover/schema'
import { storeSignatures } from '@/lib/handover/signatures'

/**
 * Takes the customer's signature under a change of their running rental; its PDF is queued. The first signature stays.
 * @throws AppError `contract_not_active` · `change_undone` · `signature_missing` · `not_found`
 */
export async function signAddendum(
  ctx: CompanyContext,
  { changeId, ...signature }: AddendumSignature,
  device: SigningDevice,
): Promise<void> {
  const { error } = await ctx.db.rpc('sign_addendum', {
    p_change_id: changeId,
    p_signature: await stored(ctx, signature, ctx.now()),
    ...toDevice(device),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts')
  ctx.log.info({ event: 'contract.addendum_signed', changeId })
}

/**
 * As signAddendum, by the customer on their own device; whoever calls it has opened this booking by its private link.
 * A stranger's key may store nothing: our own machine does.
 * @throws AppError as signAddendum
 */
export async function signAddendumByLink(
  ctx: SiteContext,
  booking: { id: string },
  { changeId, ...signature }: AddendumSignature,
  device: SigningDevice,
): Promise<void> {
  const machine = serviceContext(ctx.companyId, 'portal', ctx.requestId)
  const { error } = await machine.db.rpc('sign_addendum_by_link', {
    p_company_id: ctx.companyId,
    p_reservation_id: booking.id,
    p_change_id: changeId,
    p_signature: await stored(machine, signature, ctx.now()),
    ...toDevice(device),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts')
  ctx.log.info({ event: 'portal.addendum_signed', changeId })
}

async function stored(
  ctx: Parameters<typeof storeSignatures>[0],
  { name, image }: Omit<AddendumSignature, 'changeId'>,
  at: Date,
) {
  const [kept] = await storeSignatures(ctx, [{ signer: 'customer', name, image }], at.toISOString())
  return {
    name,
    image_path: kept?.image_path ?? null,
    image_sha256: kept?.image_sha256 ?? null,
    device_at: kept?.device_at ?? null,
  }
}

function toDevice({ ip, userAgent }: SigningDevice) {
  return { ...(ip && { p_ip: ip }), ...(userAgent && { p_user_agent: userAgent }) }
}
