import type { BookingChange } from '@/lib/booking-site/change-booking'
import { wantedExtras } from '@/lib/booking-site/queries'
import { parseSearch, type Query, type Search } from '@/lib/booking-site/search-state'
import type { SiteContext } from '@/lib/core/context'
import { instantOf, localTimeOf } from '@/lib/core/dates'
import type { Portal } from '@/lib/portal/schema'

/** What the address of the change page asks for; without a period in it, the booking as it is. */
export function wishedChange(
  ctx: SiteContext,
  terms: Portal['terms'],
  query: Query,
): { search: Search; change: BookingChange; isSame: boolean } {
  const codes = new Map(ctx.company.extras.map(({ id, code }) => [id, code]))
  const booked: Search = {
    from: localTimeOf(terms.startsAt, ctx.timeZone),
    to: localTimeOf(terms.endsAt, ctx.timeZone),
    extras: Object.fromEntries(
      terms.extras.map(({ extraId, quantity }) => [codes.get(extraId) ?? extraId, quantity]),
    ),
  }
  const search = parseSearch(query) ?? booked
  // An extra the company no longer sells stays with who has it.
  const kept = terms.extras.filter(({ extraId }) => !codes.has(extraId))
  const extras = [...wantedExtras(ctx, search), ...kept]
  const change = {
    startsAt: instantOf(search.from, ctx.timeZone),
    endsAt: instantOf(search.to, ctx.timeZone),
    extras,
  }
  return { search, change, isSame: isEqual(change, terms) }
}

function isEqual(change: BookingChange, terms: Portal['terms']): boolean {
  const listed = (extras: BookingChange['extras']) =>
    extras
      .map(({ extraId, quantity }) => `${extraId} ${quantity}`)
      .sort()
      .join()
  return (
    change.startsAt.getTime() === terms.startsAt.getTime() &&
    change.endsAt.getTime() === terms.endsAt.getTime() &&
    listed(change.extras) === listed(terms.extras)
  )
}
