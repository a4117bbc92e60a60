import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { readBankFile } from '@/lib/money/bank/read-bank-file'
import type {
  EntryForCustomer,
  EntryForInvoice,
  EntryForPayout,
  IgnoredEntry,
  NewBankFile,
} from '@/lib/money/bank/schema'
import { invoiceByNumber } from '@/lib/money/queries/by-number'

const Outcome = z.object({
  import_id: z.uuid(),
  repeated: z.boolean(),
  entries: z.number(),
  known: z.number(),
  total_rappen: z.number(),
  exact: z.number(),
  partial: z.number(),
  over: z.number(),
  double: z.number(),
  unknown: z.number(),
  payout: z.number(),
  open: z.number(),
  new_accounts: z.array(z.string()),
})
/** What a file brought, counted. */
export type BankFileOutcome = z.output<typeof Outcome>

/**
 * Reads a bank's file and books what came in; the same file again changes nothing.
 * @throws AppError `bank_file_…` for what cannot be read · `bank_currency`
 */
export async function importBankFile(
  ctx: CompanyContext,
  { name }: z.output<typeof NewBankFile>,
  body: ReadableStream<Uint8Array> | null,
): Promise<BankFileOutcome> {
  const { format, sha256, accounts, entries } = await readBankFile(body)
  const { data, error } = await ctx.db.rpc('import_bank_file', {
    p_file: { file_name: name, sha256, format, accounts },
    p_entries: entries.map((entry) => ({
      key: entry.key,
      amount_rappen: entry.amountRappen,
      currency: entry.currency,
      booked_on: entry.bookedOn,
      reference: entry.reference,
      debtor_name: entry.debtorName,
      debtor_iban: entry.debtorIban,
      message: entry.message,
      booking: entry.booking,
      is_collective: entry.isCollective,
    })),
  })
  if (error) throw fromPostgres(error)
  const outcome = Outcome.parse(data)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({
    event: 'bank_file.imported',
    bankImportId: outcome.import_id,
    entries: outcome.entries,
    known: outcome.known,
  })
  return outcome
}

/**
 * Pays the invoice of that number with what is left of an entry, as far as the invoice goes.
 * @throws AppError `not_found` · `bank_entry_resolved` · `invoice_settled`
 */
export async function assignEntry(
  ctx: CompanyContext,
  { entryId, invoiceNumber }: z.output<typeof EntryForInvoice>,
): Promise<void> {
  const invoiceId = await invoiceByNumber(ctx, invoiceNumber)
  await resolve(
    ctx,
    await ctx.db.rpc('assign_bank_entry', { p_bank_entry_id: entryId, p_invoice_id: invoiceId }),
  )
}

/** Keeps what is left of an entry as a customer's balance. @throws AppError `not_found` · `bank_entry_resolved` */
export async function creditEntry(
  ctx: CompanyContext,
  { entryId, customerId }: z.output<typeof EntryForCustomer>,
): Promise<void> {
  await resolve(
    ctx,
    await ctx.db.rpc('credit_bank_entry', { p_bank_entry_id: entryId, p_customer_id: customerId }),
  )
}

/**
 * Says which of Stripe's payouts an entry is; by what the amounts differ, the banks took it.
 * @throws AppError `not_found` · `bank_entry_resolved` · `payout_arrived`
 */
export async function assignEntryToPayout(
  ctx: CompanyContext,
  { entryId, payoutId }: z.output<typeof EntryForPayout>,
): Promise<void> {
  await resolve(
    ctx,
    await ctx.db.rpc('assign_bank_entry_to_payout', { p_bank_entry_id: entryId, p_payout_id: payoutId }),
  )
}

/** Leaves an entry out of the books. @throws AppError `not_found` · `bank_entry_resolved` */
export async function ignoreEntry(
  ctx: CompanyContext,
  { entryId, reason }: z.output<typeof IgnoredEntry>,
): Promise<void> {
  await resolve(ctx, await ctx.db.rpc('ignore_bank_entry', { p_bank_entry_id: entryId, p_reason: reason }))
}

async function resolve(ctx: CompanyContext, { error }: { error: Parameters<typeof fromPostgres>[0] | null }) {
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
}
