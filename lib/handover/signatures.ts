import { randomUUID } from 'node:crypto'
import type { CompanyContext } from '@/lib/core/context'
import { storagePath } from '@/lib/core/storage-paths'
import { sha256Of, storeEvidence } from '@/lib/handover/evidence'
import { redrawSignature } from '@/lib/handover/redraw-signature'
import type { DrawnSignature } from '@/lib/handover/schema'

/** A signature as complete_pickup and complete_return take it. */
type StoredSignature = {
  signer: 'customer' | 'staff'
  name: string
  image_path: string
  image_sha256: string
  device_at: string
}

/** Stores drawn signatures among the evidence and answers where they lie; `deviceAt` is when the phone says they were given. */
export function storeSignatures(
  ctx: Pick<CompanyContext, 'db' | 'companyId'>,
  signatures: DrawnSignature[],
  deviceAt: string,
): Promise<StoredSignature[]> {
  return Promise.all(signatures.map((signature) => storeSignature(ctx, signature, deviceAt)))
}

async function storeSignature(
  ctx: Pick<CompanyContext, 'db' | 'companyId'>,
  { signer, name, image }: DrawnSignature,
  deviceAt: string,
): Promise<StoredSignature> {
  const bytes = await redrawSignature(Buffer.from(image.slice(image.indexOf(',') + 1), 'base64'))
  const path = storagePath(ctx.companyId, 'handovers', randomUUID(), 'png')
  await storeEvidence(ctx, path, bytes, 'image/png')
  return { signer, name, image_path: path, image_sha256: sha256Of(bytes), device_at: deviceAt }
}
