import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { anonymizeCustomer } from '@/lib/customers/data-rights'
import { RecordRef } from '@/lib/customers/records-schema'

/** Forgets a person at once and for good; business records stay without them. */
export const POST = apiRoute({ permission: 'customers.erase' }, ({ ctx, params }) =>
  anonymizeCustomer(ctx, parseInput(RecordRef, { id: params.id })),
)
