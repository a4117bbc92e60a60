import { z } from 'zod'
import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { exportCustomer, heldDataCsv } from '@/lib/customers/data-rights'
import { RecordRef } from '@/lib/customers/records-schema'

const Format = z.object({ format: z.enum(['json', 'csv']).default('json') })

/** Everything we hold about a customer, to take along: `?format=json` or `csv`. */
export const GET = apiRoute({ query: Format, permission: 'data.export' }, async ({ ctx, query, params }) => {
  const held = await exportCustomer(ctx, parseInput(RecordRef, { id: params.id }))
  if (query.format === 'csv') return csvFile('customer-data', await heldDataCsv(held))
  return Response.json(held, {
    headers: {
      'Content-Disposition': 'attachment; filename="customer-data.json"',
      'Cache-Control': 'private, no-store',
    },
  })
})
