import { gzipSync } from 'node:zlib'
import type postgres from 'postgres'
import { readBankFile } from '@/lib/money/bank/read-bank-file'
import { writeCamt } from '../../infrastructure/local/emulators/bank/camt.ts'
import { emptyCompany } from './company.ts'

/** How long a bank's file took, in milliseconds: reading the XML, and booking what it says. */
export interface BankTiming {
  entries: number
  reading: number
  booking: number
  exact: number
}

/**
 * Imports a file of `entries` payments, each of an open invoice of its own. Everything happens in a transaction that is
 * rolled back; reader and function are the product's own, with a member's claims.
 */
export async function measureBankFile(sql: postgres.Sql, entries: number): Promise<BankTiming> {
  let timing: BankTiming | undefined
  const { owner } = await emptyCompany(sql)
  await sql
    .begin(async (tx) => {
      await writeInvoices(tx, entries, owner.companyId)
      const invoices = await tx`
        select reference, total_rappen::int as total from public.invoices where company_id = ${owner.companyId} order by number`
      const packed = gzipSync(
        writeCamt({
          kind: '054',
          version: '08',
          iban: 'CH5800791123000889012',
          currency: 'CHF',
          bookedOn: new Date().toISOString().slice(0, 10),
          messageId: `BENCH${entries}`,
          payments: invoices.map(({ reference, total }) => ({
            amountRappen: total,
            reference,
            debtorName: 'Zahlerin Beispiel',
            debtorIban: 'CH9300762011623852957',
          })),
        }),
      )
      const start = performance.now()
      const file = await readBankFile(new Blob([packed]).stream())
      const read = performance.now()
      const claims = { role: 'authenticated', sub: owner.userId, company_id: owner.companyId }
      await tx`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true), set_config('role', 'authenticated', true)`
      const about = { file_name: 'bench.xml', sha256: file.sha256, format: file.format }
      const [row] =
        await tx`select public.import_bank_file(${tx.json(about)}, ${tx.json(file.entries.map(asRow))}) as it`
      // What is only checked at the end of a transaction belongs to it.
      await tx`set constraints all immediate`
      const booked = performance.now()
      timing = {
        entries,
        reading: Math.round(read - start),
        booking: Math.round(booked - read),
        exact: row?.it.exact,
      }
      throw new RollBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error
    })
  if (!timing) throw new Error('Nothing was measured.')
  return timing
}

class RollBack extends Error {}

type Entry = Awaited<ReturnType<typeof readBankFile>>['entries'][number]

const asRow = (entry: Entry) => ({
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
})

/** Open invoices with references, written past the triggers: only what pays them is measured. */
async function writeInvoices(tx: postgres.TransactionSql, count: number, company: string): Promise<void> {
  await tx`set local session_replication_role = replica`
  await tx`
    with customer as (insert into public.customers (company_id, number, kind, first_name, last_name) values (${company}, 'K-1', 'person', 'Zahlerin', 'Beispiel') returning id)
    insert into public.invoices (company_id, number, customer_id, currency, locale, issued_on, due_on, service_from, service_to, total_rappen, vat, creditor, debtor, reference)
    select ${company}, 'BENCH-' || lpad(n::text, 6, '0'), customer.id, 'CHF', 'de', current_date, current_date + 30, current_date, current_date,
      10000 + n, '[]', '{}', '{}', private.qr_reference('99' || lpad(n::text, 8, '0'))
    from generate_series(1, ${count}::int) as n, customer`
  await tx`set local session_replication_role = origin`
  await tx`analyze public.invoices`
}
