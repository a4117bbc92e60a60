import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { Glimpse, Pair } from '@/lib/customers/records-schema'
import { Phone } from '@/lib/customers/schema'

const Reasons = z.array(z.enum(['email', 'phone', 'birth_date', 'name', 'town', 'licence']))

const Similar = z.array(
  z.object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    town: z.string().nullable(),
    blocked: z.boolean(),
    reasons: Reasons,
  }),
)
export type SimilarCustomer = z.output<typeof Similar>[number]

const Outline = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  birth_date: z.string().nullable(),
  street: z.string().nullable(),
  house_number: z.string().nullable(),
  postal_code: z.string().nullable(),
  town: z.string().nullable(),
  blocked: z.boolean(),
  created_at: z.string(),
  reservations: z.number(),
})
export type Outline = z.output<typeof Outline>
const Pairs = z.array(z.object({ reasons: Reasons, first: Outline, second: Outline }))
export type DuplicatePair = z.output<typeof Pairs>[number]

const Preview = z.object({
  keep: z.record(z.string(), z.unknown()),
  drop: z.record(z.string(), z.unknown()),
  merged: z.record(z.string(), z.unknown()),
  moves: z.record(z.string(), z.number()),
})
export type MergePreview = z.output<typeof Preview>

/** Who the person being entered could be already; at most five, the likeliest first. */
export async function findSimilar(ctx: CompanyContext, glimpse: Glimpse): Promise<SimilarCustomer[]> {
  const phone = Phone.safeParse(glimpse.phone)
  const { data, error } = await ctx.db.rpc('similar_customers', {
    p_customer: {
      kind: glimpse.kind,
      ...(glimpse.id && { id: glimpse.id }),
      ...(glimpse.firstName && { first_name: glimpse.firstName }),
      ...(glimpse.lastName && { last_name: glimpse.lastName }),
      ...(glimpse.firmName && { firm_name: glimpse.firmName }),
      ...(glimpse.email && { email: glimpse.email }),
      ...(phone.success && { phone: phone.data }),
      ...(glimpse.birthDate && { birth_date: glimpse.birthDate }),
    },
  })
  if (error) throw fromPostgres(error)
  return Similar.parse(data)
}

/** Pairs of customers that look like one, the likeliest first. */
export async function listDuplicates(ctx: CompanyContext): Promise<DuplicatePair[]> {
  const { data, error } = await ctx.db.rpc('possible_duplicates', { p_limit: 50 })
  if (error) throw fromPostgres(error)
  return Pairs.parse(data)
}

/** What a merge would leave. @throws AppError `not_found` · `merge_kinds_differ` */
export async function previewMerge(ctx: CompanyContext, { keepId, dropId }: Pair): Promise<MergePreview> {
  const { data, error } = await ctx.db.rpc('preview_customer_merge', {
    p_keep_customer_id: keepId,
    p_drop_customer_id: dropId,
  })
  if (error) throw fromPostgres(error)
  return Preview.parse(data)
}

/** Makes two records one customer. @throws AppError `not_found` · `merge_kinds_differ` */
export async function mergeCustomers(ctx: CompanyContext, { keepId, dropId }: Pair): Promise<void> {
  const { error } = await ctx.db.rpc('merge_customers', {
    p_keep_customer_id: keepId,
    p_drop_customer_id: dropId,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'customers', 'reservations', 'contracts')
  ctx.log.info({ event: 'customer.merged', customerId: keepId, mergedId: dropId })
}

/** Says that two customers look alike and are not the same. @throws AppError `not_found` */
export async function keepApart(ctx: CompanyContext, { keepId, dropId }: Pair): Promise<void> {
  const { error } = await ctx.db.rpc('keep_customers_apart', {
    p_customer_id: keepId,
    p_other_customer_id: dropId,
  })
  if (error) throw fromPostgres(error)
}
