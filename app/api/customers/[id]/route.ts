import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { updateCustomer } from '@/lib/customers/commands'
import { getCustomer } from '@/lib/customers/queries'
import { CustomerChange } from '@/lib/customers/schema'

/** One customer with their drivers. */
export const GET = apiRoute({ permission: 'customers.see' }, ({ ctx, params }) =>
  getCustomer(ctx, params.id ?? ''),
)

/** Corrects what is known of a customer; the body is the whole record. */
export const PUT = apiRoute(
  { body: z.looseObject({}), permission: 'customers.edit' },
  ({ ctx, body, params }) => updateCustomer(ctx, parseInput(CustomerChange, { ...body, id: params.id })),
)
