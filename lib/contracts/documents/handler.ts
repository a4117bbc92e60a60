import sharp from 'sharp'
import { z } from 'zod'
import { addendumPdf } from '@/lib/contracts/documents/addendum-pdf'
import {
  AddendumFacts,
  ContractFacts,
  isLicencePhoto,
  SettlementFacts,
} from '@/lib/contracts/documents/contract-facts'
import { contractPdf } from '@/lib/contracts/documents/contract-pdf'
import { printPhotos } from '@/lib/contracts/documents/print-size'
import {
  comeBack,
  type FindSlip,
  markedPhotos,
  settlementPdf,
} from '@/lib/contracts/documents/settlement-pdf'
import { documentLogo } from '@/lib/core/company-logo'
import type { ServiceContext } from '@/lib/core/context'
import { isSealed, sealDocument } from '@/lib/core/documents/seal'
import { fromPostgres } from '@/lib/core/errors'
import { siteUrl } from '@/lib/core/hosts'
import type { OutboxHandler } from '@/lib/core/outbox'
import { storagePath } from '@/lib/core/storage-paths'

const Payload = z.object({ contract_id: z.uuid() })
const AddendumPayload = z.object({ change_id: z.uuid() })

/** Draws the vehicle's sketch; the drawing belongs to the screens, so it is handed in. */
export type DrawSketch = (bodyType: string) => Promise<Uint8Array>

/** What the papers of a contract are written with: a drawing of the screens, a slip of the money. */
export type PaperTools = { drawSketch: DrawSketch; findSlip: FindSlip }

/** `document.contract`: writes the PDF of a contract signed at its pickup and seals it. */
export function contractWriter(tools: PaperTools): OutboxHandler {
  return (ctx, job) => sealContract(ctx, Payload.parse(job.payload).contract_id, tools)
}

/** Writes and seals a contract's PDF, once; whoever comes second finds it there. */
export async function sealContract(
  ctx: ServiceContext,
  recordId: string,
  { drawSketch }: Pick<PaperTools, 'drawSketch'>,
): Promise<void> {
  if (await isSealed(ctx, { kind: 'contract', recordId })) return
  const names = { p_company_id: ctx.companyId, p_contract_id: recordId }
  const { data, error } = await ctx.db.rpc('contract_facts', names)
  if (error) throw fromPostgres(error)
  const facts = ContractFacts.parse(data)
  const pictures = {
    sketch: await drawSketch(facts.vehicle.body_type),
    byPath: await picturesOf(ctx, facts, 'pickup'),
    logo: await documentLogo(ctx),
  }
  const path = storagePath(ctx.companyId, 'contracts', recordId, 'pdf')
  const { locale } = facts.contract
  const bytes = await contractPdf(facts, pictures, siteUrl(facts.company.slug, '/verify'))
  await sealDocument(ctx, { kind: 'contract', recordId, locale, path }, bytes)
}

/** `document.addendum`: writes the PDF of a change the customer signed and seals it. */
export const writeAddendum: OutboxHandler = (ctx, job) =>
  sealAddendum(ctx, AddendumPayload.parse(job.payload).change_id)

/** Writes and seals an addendum's PDF by the change it is about, once. */
export async function sealAddendum(ctx: ServiceContext, recordId: string): Promise<void> {
  if (await isSealed(ctx, { kind: 'addendum', recordId })) return
  const names = { p_company_id: ctx.companyId, p_change_id: recordId }
  const { data, error } = await ctx.db.rpc('addendum_facts', names)
  if (error) throw fromPostgres(error)
  const facts = AddendumFacts.parse(data)
  const { image_path } = facts.addendum.signature
  const byPath = new Map([[image_path, await asJpeg(await download(ctx, image_path))]])
  const path = storagePath(ctx.companyId, 'contracts', recordId, 'pdf')
  const { locale } = facts.contract
  const pictures = { sketch: null, byPath, logo: await documentLogo(ctx) }
  const bytes = await addendumPdf(facts, pictures, siteUrl(facts.company.slug, '/verify'))
  await sealDocument(ctx, { kind: 'addendum', recordId, locale, path }, bytes)
}

/** `document.settlement`: writes the PDF of what a returned rental came to and seals it. */
export function settlementWriter(tools: PaperTools): OutboxHandler {
  return (ctx, job) => sealSettlement(ctx, Payload.parse(job.payload).contract_id, tools)
}

/** Writes and seals a settlement's PDF, once. */
export async function sealSettlement(
  ctx: ServiceContext,
  recordId: string,
  { drawSketch, findSlip }: PaperTools,
): Promise<void> {
  if (await isSealed(ctx, { kind: 'settlement', recordId })) return
  const names = { p_company_id: ctx.companyId, p_contract_id: recordId }
  const { data, error } = await ctx.db.rpc('settlement_facts', names)
  if (error) throw fromPostgres(error)
  const facts = SettlementFacts.parse(data)
  const pictures = {
    sketch: await drawSketch(facts.vehicle.body_type),
    byPath: await picturesOf(ctx, facts, 'return'),
    logo: await documentLogo(ctx),
  }
  const path = storagePath(ctx.companyId, 'settlements', recordId, 'pdf')
  const { locale } = facts.contract
  const bytes = await settlementPdf(facts, pictures, findSlip, siteUrl(facts.company.slug, '/verify'))
  await sealDocument(ctx, { kind: 'settlement', recordId, locale, path }, bytes)
}

/** Signatures as they are; photos at the size they are printed, or the file would be too heavy for a mail. */
async function picturesOf(
  ctx: ServiceContext,
  facts: ContractFacts,
  side: 'pickup' | 'return',
): Promise<Map<string, Uint8Array>> {
  const handover = facts.handovers?.find(({ kind }) => kind === side)
  // A settlement shows the photos with damage alone: all of them would make it heavy, and the comparison is a page of its own.
  const shown = side === 'pickup' ? handover?.photos : comeBack(facts.handovers).flatMap(markedPhotos)
  const photos = (shown ?? []).filter(({ position }) => !isLicencePhoto(position))
  const paths = photos.map(({ storage_path }) => storage_path)
  const byPath = await printPhotos(paths, (path) => download(ctx, path))
  for (const { image_path: path } of handover?.signatures ?? [])
    byPath.set(path, await asJpeg(await download(ctx, path)))
  return byPath
}

/** pdf-lib takes JPEGs as they are, and would unpack and pack a PNG by itself. */
function asJpeg(signature: Uint8Array): Promise<Buffer> {
  return sharp(signature).jpeg({ quality: 92 }).toBuffer()
}

async function download({ db }: ServiceContext, path: string): Promise<Uint8Array> {
  const { data, error } = await db.storage.from('evidence').download(path)
  if (error) throw new Error(`Evidence could not be read: ${error.message}`)
  return new Uint8Array(await data.arrayBuffer())
}
