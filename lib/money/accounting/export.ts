import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { type CsvColumn, csvStream } from '@/lib/core/csv-stream'
import { fromPostgres } from '@/lib/core/errors'
import { translatorFor } from '@/lib/core/i18n/messages'
import { getAccountChart } from '@/lib/money/accounting/chart'
import type { AccountingExport } from '@/lib/money/accounting/schema'

const Line = z
  .object({
    day: z.iso.date(),
    transaction: z.number(),
    reference: z.string().nullable(),
    kind: z.string(),
    account: z.string(),
    number: z.string(),
    vat_code: z.string().nullable(),
    amount_rappen: z.number(),
    currency: z.string(),
  })
  .transform(({ vat_code, amount_rappen, ...line }) => ({
    ...line,
    vatCode: vat_code ?? '',
    amountRappen: amount_rappen,
  }))

/** A leg of the ledger as a line of an export: debit positive. */
export type AccountingLine = z.output<typeof Line> & { text: string }

const amount = (rappen: number) => (Math.abs(rappen) / 100).toFixed(2)
const swissDay = (day: string) => day.split('-').reverse().join('.')
const column = (head: string, cell: (line: AccountingLine) => string): CsvColumn<AccountingLine> => ({
  head,
  cell,
})

/** Columns as Bexio takes manual entries in: an account stands on one side, the other stays empty within a voucher. */
export const bexioColumns = [
  column('Datum', ({ day }) => swissDay(day)),
  column('Referenz', ({ transaction, reference }) => reference ?? String(transaction)),
  column('Buchungsnummer', ({ transaction }) => String(transaction)),
  column('Beschreibung', ({ text }) => text),
  column('Soll', ({ amountRappen, number }) => (amountRappen > 0 ? number : '')),
  column('Haben', ({ amountRappen, number }) => (amountRappen < 0 ? number : '')),
  column('Betrag', ({ amountRappen }) => amount(amountRappen)),
  column('Währung', ({ currency }) => currency),
  column('MWST', ({ vatCode }) => vatCode),
]

/** Columns of a DATEV booking batch; the contra account is the clearing one, which a whole voucher leaves at zero. */
export const datevColumns = (clearing: string) => [
  column('Umsatz', ({ amountRappen }) => amount(amountRappen).replace('.', ',')),
  column('Soll/Haben-Kennzeichen', ({ amountRappen }) => (amountRappen > 0 ? 'S' : 'H')),
  column('WKZ Umsatz', ({ currency }) => currency),
  column('Konto', ({ number }) => number),
  column('Gegenkonto', () => clearing),
  column('BU-Schlüssel', ({ vatCode }) => vatCode),
  column('Belegdatum', ({ day }) => day.slice(8) + day.slice(5, 7)),
  column('Belegfeld 1', ({ transaction, reference }) => reference ?? String(transaction)),
  column('Belegfeld 2', ({ transaction }) => String(transaction)),
  column('Buchungstext', ({ text }) => text),
]

/** The legs of the ledger from one day to another as CSV. @throws AppError `forbidden` · `invalid_input` for more than a year */
export async function accountingCsv(ctx: CompanyContext, { from, until, format }: AccountingExport) {
  const [t, chart, { data, error }] = await Promise.all([
    translatorFor(ctx.locale, 'money.accounting.kinds'),
    getAccountChart(ctx),
    ctx.db.rpc('accounting_lines', { p_from: from, p_until: until }),
  ])
  if (error) throw fromPostgres(error)
  const lines = z
    .array(Line)
    .parse(data)
    .map((line) => ({
      ...line,
      text: [t.has(line.kind) ? t(line.kind) : line.kind, line.reference].filter(Boolean).join(' '),
    }))
  const clearing = chart.find(({ account }) => account === 'clearing')?.number ?? ''
  async function* once() {
    yield lines
  }
  return csvStream(format === 'bexio' ? bexioColumns : datevColumns(clearing), once())
}
