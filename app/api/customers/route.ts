import { apiRoute } from '@/lib/core/route'
import { createCustomer } from '@/lib/customers/commands'
import { listCustomers } from '@/lib/customers/list'
import { CustomerFilters, NewCustomer } from '@/lib/customers/schema'

/** Customers, a page at a time: `?q=&blocked=yes&after=`. */
export const GET = apiRoute({ query: CustomerFilters, permission: 'customers.see' }, ({ ctx, query }) =>
  listCustomers(ctx, query),
)

/** Adds a customer. */
export const POST = apiRoute(
  { body: NewCustomer, permission: 'customers.edit', status: 201 },
  ({ ctx, body }) => createCustomer(ctx, body),
)
