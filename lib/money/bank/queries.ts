import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Brief = z
  .object({
    id: z.uuid(),
    number: z.string(),
    open_rappen: z.number(),
    customer_id: z.uuid(),
    customer_name: z.string(),
  })
  .transform((invoice) => ({
    id: invoice.id,
    number: invoice.number,
    openRappen: invoice.open_rappen,
    customer: { id: invoice.customer_id, name: invoice.customer_name },
  }))

const Payout = z
  .object({ id: z.uuid(), provider_ref: z.string(), amount_rappen: z.number(), arrives_on: z.iso.date() })
  .transform((payout) => ({
    id: payout.id,
    ref: payout.provider_ref,
    amountRappen: payout.amount_rappen,
    arrivesOn: payout.arrives_on,
  }))

const Entry = z
  .object({
    id: z.uuid(),
    amount_rappen: z.number(),
    left_rappen: z.number(),
    currency: z.string(),
    booked_on: z.string(),
    finding: z.enum(['exact', 'partial', 'over', 'double', 'unknown', 'payout']),
    reference: z.string().nullable(),
    debtor_name: z.string().nullable(),
    debtor_iban: z.string().nullable(),
    message: z.string().nullable(),
    invoice: Brief.nullable(),
    payouts: z.array(Payout),
    suggestions: z.array(Brief),
  })
  .transform((entry) => ({
    id: entry.id,
    amountRappen: entry.amount_rappen,
    leftRappen: entry.left_rappen,
    currency: entry.currency,
    bookedOn: entry.booked_on,
    finding: entry.finding,
    reference: entry.reference,
    debtorName: entry.debtor_name,
    debtorIban: entry.debtor_iban,
    message: entry.message,
    invoice: entry.invoice,
    payouts: entry.payouts,
    suggestions: entry.suggestions,
  }))

/** An entry that waits for somebody to say whose it is. */
export type OpenBankEntry = z.output<typeof Entry>

/** Entries of the bank that nothing has taken yet, the oldest first; at most a hundred. */
export async function listOpenBankEntries(ctx: CompanyContext): Promise<OpenBankEntry[]> {
  const { data, error } = await ctx.db.rpc('list_open_bank_entries')
  if (error) throw fromPostgres(error)
  return z.array(Entry).parse(data)
}

/** How many entries wait, those beyond the first hundred as well. */
export async function countOpenBankEntries(ctx: CompanyContext): Promise<number> {
  const { count, error } = await ctx.db
    .from('bank_entries')
    .select('id', { count: 'exact', head: true })
    .eq('company_id', ctx.companyId)
    .eq('status', 'open')
  if (error) throw fromPostgres(error)
  return count ?? 0
}

/** The latest files from the bank. */
export async function listBankImports(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('bank_imports')
    .select('id, file_name, format, entry_count, known_count, total_rappen, created_at')
    .eq('company_id', ctx.companyId)
    .order('created_at', { ascending: false })
    .limit(20)
  if (error) throw fromPostgres(error)
  return data.map((file) => ({
    id: file.id,
    fileName: file.file_name,
    format: file.format,
    newCount: file.entry_count - file.known_count,
    knownCount: file.known_count,
    totalRappen: file.total_rappen,
    at: file.created_at,
  }))
}
export type BankImport = Awaited<ReturnType<typeof listBankImports>>[number]
