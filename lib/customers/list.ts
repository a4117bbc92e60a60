import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import type { Page } from '@/lib/core/cursor'
import { LANGUAGES } from '@/lib/customers/rules'
import type { CustomerFilters } from '@/lib/customers/schema'
import { arrayLiteral, searchWords } from '@/lib/supabase/filters'
import { type List, readPage } from '@/lib/supabase/lists'

const Row = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(['person', 'firm']),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    postal_code: z.string(),
    town: z.string(),
    language: z.enum(LANGUAGES),
    tags: z.array(z.string()),
    is_blocked: z.boolean(),
    created_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    name: row.name,
    email: row.email || null,
    phone: row.phone || null,
    postalCode: row.postal_code || null,
    town: row.town || null,
    language: row.language,
    tags: row.tags,
    isBlocked: row.is_blocked,
    createdAt: row.created_at,
  }))

/** A row of the list of customers. */
export type CustomerRow = z.output<typeof Row>

const COLUMNS = ['name', 'number', 'phone', 'email', 'town', 'tags', 'language', 'since'] as const
export type CustomerColumn = (typeof COLUMNS)[number]

/** Customers by name. */
export const customerList: List<CustomerFilters, CustomerRow, CustomerColumn> = {
  name: 'customers',
  columns: COLUMNS,
  shown: ['name', 'number', 'phone', 'email', 'town', 'tags'],
  sorts: {
    name: 'name',
    number: 'number',
    phone: 'phone',
    email: 'email',
    town: 'town',
    language: 'language',
    since: 'created_at',
  },
  usualOrder: () => 'name',
  words: wordsOf,
  row: Row,
  select: (ctx, filters) => selectMatching(ctx, filters),
}

export function listCustomers(
  ctx: CompanyContext,
  filters: CustomerFilters,
  limit?: number,
): Promise<Page<CustomerRow>> {
  return readPage(customerList, ctx, filters, limit)
}

/** A telephone number is one word however it is typed: it is kept internationally, so a leading zero is left out. */
function wordsOf(text: string): string[] {
  if (!/^[+\d][\d\s()/.-]{5,}$/.test(text)) return searchWords(text)
  return [text.replace(/\D/g, '').replace(/^0+/, '')]
}

function selectMatching(ctx: CompanyContext, filters: CustomerFilters) {
  let query = ctx.db.from('customer_list').select('*').eq('company_id', ctx.companyId)
  if (filters.id.length > 0) query = query.in('id', filters.id)
  if (filters.kind.length > 0) query = query.in('kind', filters.kind)
  if (filters.tag.length > 0) query = query.overlaps('tags', arrayLiteral(filters.tag))
  if (filters.blocked) query = query.eq('is_blocked', true)
  return query
}
