import { calendarFile } from '@/lib/booking-site/calendar-file'
import { openBooking } from '@/lib/booking-site/open-booking'
import { currentRequest } from '@/lib/core/current-request'
import { siteUrl } from '@/lib/core/hosts'
import { apiRoute } from '@/lib/core/route'

/** The booking as an entry for the customer's own calendar. */
export const GET = apiRoute({ public: true }, async ({ ctx, params }) => {
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, params.token ?? '', ip)
  const { name, street, houseNumber, postalCode, town } = booking.pickup
  const place = [
    name,
    [street, houseNumber].filter(Boolean).join(' '),
    [postalCode, town].filter(Boolean).join(' '),
  ]
  const file = calendarFile({
    uid: `${booking.id}@${ctx.company.slug}`,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    writtenAt: ctx.now(),
    title: `${booking.vehicle.make} ${booking.vehicle.model} · ${ctx.company.name}`,
    place: place.filter(Boolean).join(', '),
    description: booking.number,
    url: siteUrl(ctx.company.slug, `/portal/${booking.token}`),
  })
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${booking.number}.ics"`,
    },
  })
})
