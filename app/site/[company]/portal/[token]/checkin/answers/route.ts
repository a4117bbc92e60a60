import { z } from 'zod'
import { openBooking } from '@/lib/booking-site/open-booking'
import { getCheckin, saveCheckin } from '@/lib/checkin/by-link'
import { AnswerChanges } from '@/lib/checkin/schema'
import { writtenOf } from '@/lib/checkin/view'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { apiRoute } from '@/lib/core/route'

const Body = z.object({ changes: AnswerChanges, submit: z.boolean() })

/** What is written so far: a page the browser kept shows what was written elsewhere since. */
export const GET = apiRoute({ public: true }, async ({ ctx, params }) => {
  const { ip } = await currentRequest()
  const { token } = await openBooking(ctx, params.token ?? '', ip)
  const checkin = await getCheckin(ctx, token)
  if (!checkin) throw new AppError('not_found')
  return writtenOf(checkin)
})

/** Keeps changed answers; a plain request, because it must arrive from a page that is being left. */
export const POST = apiRoute({ public: true, body: Body }, async ({ ctx, params, body }) => {
  const { ip } = await currentRequest()
  const { token } = await openBooking(ctx, params.token ?? '', ip)
  return writtenOf(await saveCheckin(ctx, token, body.changes, body))
})
