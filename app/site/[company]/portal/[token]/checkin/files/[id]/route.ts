import { z } from 'zod'
import { openBooking } from '@/lib/booking-site/open-booking'
import { checkinFileUrl, removeCheckinFile } from '@/lib/checkin/files'
import { currentRequest } from '@/lib/core/current-request'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

/** Leads the customer to a file they have given, by an address that lasts minutes. */
export const GET = apiRoute({ public: true }, async ({ ctx, params }) => {
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, params.token ?? '', ip)
  const url = await checkinFileUrl(ctx, booking, parseInput(z.uuid(), params.id))
  return new Response(null, { status: 302, headers: { Location: url } })
})

/** Takes a file out again. */
export const DELETE = apiRoute({ public: true, status: 204 }, async ({ ctx, params }) => {
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, params.token ?? '', ip)
  await removeCheckinFile(ctx, booking, parseInput(z.uuid(), params.id))
})
