import { notFound, redirect } from 'next/navigation'
import { chooseVehicle } from '@/lib/booking-site/choose-vehicle'
import { parseSearch, periodProblem, type Query, searchQuery } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'
import { isUuid } from '@/lib/core/ids'

/** What a step of the booking is opened with. */
export type StepProps = {
  params: Promise<{ company: string; vehicle: string }>
  searchParams: Promise<Query>
}

/** The vehicle and the search a step's address names; `choice` is null when the vehicle is not free (any more). Leads back to the search where the period is none. */
export async function readChoice({ params, searchParams }: StepProps) {
  const { company, vehicle: vehicleId } = await params
  const ctx = await getSiteContext(company)
  if (!isUuid(vehicleId)) notFound()
  const search = parseSearch(await searchParams)
  if (!search) redirect('/')
  // The search says what is wrong with the period.
  if (periodProblem(search, { now: ctx.now(), timeZone: ctx.timeZone }))
    redirect(`/search?${searchQuery(search)}`)
  return { ctx, vehicleId, search, choice: await chooseVehicle(ctx, vehicleId, search) }
}
