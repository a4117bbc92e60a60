import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { fleetCsv } from '@/lib/fleet/export'
import { VehicleFilters } from '@/lib/fleet/schema'

/** The fleet as CSV, narrowed as the list is; it can be imported again. */
export const GET = apiRoute({ query: VehicleFilters, permission: 'data.export' }, async ({ ctx, query }) =>
  csvFile('fleet', await fleetCsv(ctx, query)),
)

/** The same for rows that are named one by one: a selection. */
export const POST = apiRoute({ body: VehicleFilters, permission: 'data.export' }, async ({ ctx, body }) =>
  csvFile('fleet', await fleetCsv(ctx, body)),
)
