import { randomUUID } from 'node:crypto'
import '../../unit/support/environment.ts'
import sharp from 'sharp'
import type { CompanyContext } from '@/lib/core/context'
import { toAppError } from '@/lib/core/errors'
import { logFor } from '@/lib/core/log'
import { performStep } from '@/lib/handover/commands'
import type { Send, SendResult } from '@/lib/handover/offline/queue'
import { openUpload } from '@/lib/handover/photos/uploads'
import { type EnteredStep, Step } from '@/lib/handover/schema'
import type { Db } from '@/lib/supabase/client'
import type { TestDatabase } from '../support/database.ts'
import { foundRentalCompany, type RentalCompany } from '../support/fleet.ts'
import type { TestGateway } from '../support/gateway.ts'
import { tokenFor } from '../support/tokens.ts'

/** A company with room for as many rentals as the tests like. */
export async function roomyCompany(database: TestDatabase): Promise<RentalCompany> {
  const company = await foundRentalCompany(database)
  await database.asPostgres(
    (sql) => sql`update public.companies set plan = 'business' where id = ${company.companyId}`,
  )
  return company
}

/** What the server does its work with when this member of the company asks. */
export async function contextOf(
  gateway: TestGateway,
  { companyId }: RentalCompany,
  userId: string,
): Promise<CompanyContext> {
  const token = await tokenFor(gateway, { sub: userId, company_id: companyId })
  return {
    db: gateway.client(undefined, token) as unknown as Db,
    companyId,
    actor: { kind: 'user', id: userId, fullName: 'Test', email: '' },
    now: () => new Date(),
    log: logFor({ requestId: 'test', companyId }),
    requestId: 'test',
  } as CompanyContext
}

/** The server as a phone reaches it: uploads, then the step, answers as the routes give them. */
export function serverOf(gateway: TestGateway, ctx: CompanyContext): Send {
  return async (step: EnteredStep, bytes): Promise<SendResult> => {
    try {
      if (step.work.kind === 'add_photo') await upload(gateway, ctx, step.work.photoId, bytes)
      const { handoverId } = await performStep(ctx, Step.parse(step), { ip: '192.0.2.7', userAgent: 'Test' })
      return { kind: 'sent', handoverId, clockOffsetMs: null }
    } catch (thrown) {
      const { code, details, status } = toAppError(thrown)
      if (code === 'upload_missing') return { kind: 'unreachable' }
      if (status >= 500) console.error(thrown)
      return {
        kind: status >= 500 ? 'fault' : 'refused',
        problem: { code, message: String(thrown), details },
      }
    }
  }
}

async function upload(gateway: TestGateway, ctx: CompanyContext, photoId: string, bytes: ArrayBuffer | null) {
  const { url } = await openUpload(ctx, { photoId })
  if (url === null || bytes === null) return
  const { pathname, search } = new URL(url)
  await gateway.fetch(pathname + search, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: bytes,
  })
}

/** A photo of a phone, small and unlike any other. */
export async function somePhoto(): Promise<ArrayBuffer> {
  const [red, green, blue] = Buffer.from(randomUUID().slice(0, 6), 'hex')
  const background = { r: red ?? 0, g: green ?? 0, b: blue ?? 0 }
  const bytes = await sharp({ create: { width: 32, height: 24, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return Uint8Array.from(bytes).buffer
}

let drawn: Promise<string> | undefined

/** A signature as the glass gives it. */
export function someSignature(): Promise<string> {
  drawn ??= sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="200" height="80" fill="#fff"/><path d="M10 60 L60 20 L110 60 L180 20" stroke="#111" stroke-width="4" fill="none"/></svg>',
    ),
  )
    .png()
    .toBuffer()
    .then((png) => `data:image/png;base64,${png.toString('base64')}`)
  return drawn
}
