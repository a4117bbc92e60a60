import 'server-only'
import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { hasMapbox } from '@/lib/integrations/mapbox/client'
import { AddressToLocate, locateAddress } from '@/lib/integrations/mapbox/locate'

const Payload = z.object({ location_id: z.uuid(), address: AddressToLocate })

/** `location.locate`: looks up where a place's address lies, for the map; a place that is not found stays without a point. */
export const locatePlace: OutboxHandler = async (ctx, job) => {
  if (!hasMapbox()) return
  const { location_id, address } = Payload.parse(job.payload)
  const point = await locateAddress(address)
  if (!point) return ctx.log.info({ event: 'location.not_found', locationId: location_id })
  const { data, error } = await ctx.db.rpc('note_location_point', {
    p_company_id: ctx.companyId,
    p_location_id: location_id,
    p_address: address,
    p_latitude: point.latitude,
    p_longitude: point.longitude,
  })
  if (error) throw fromPostgres(error)
  if (data) await invalidate(ctx.companyId, 'settings', 'fleet')
}
