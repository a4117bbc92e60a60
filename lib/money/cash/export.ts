import type { CompanyContext } from '@/lib/core/context'
import { csvStream } from '@/lib/core/csv-stream'
import { localTimeOf } from '@/lib/core/dates'
import { translatorFor } from '@/lib/core/i18n/messages'
import { entryWords } from '@/lib/money/cash/entry-words'
import { getCashBook } from '@/lib/money/cash/queries'
import type { CashPeriod } from '@/lib/money/cash/schema'

const francs = (rappen: number) => (rappen / 100).toFixed(2)

/** A till's cash book as CSV, with what is in the till after each entry. */
export async function cashBookCsv(ctx: CompanyContext, period: CashPeriod) {
  const [t, book] = await Promise.all([translatorFor(ctx.locale, 'money.cash'), getCashBook(ctx, period)])
  let balance = book.openingRappen
  const rows = book.entries.map((entry) => {
    balance += entry.amountRappen
    return { ...entry, ...entryWords(t, entry), balance }
  })
  async function* once() {
    yield rows
  }
  type Row = (typeof rows)[number]
  const column = (key: string, cell: (row: Row) => string) => ({ head: t(`csv.${key}`), cell })
  return csvStream<Row>(
    [
      column('day', ({ day }) => day),
      column('at', ({ at }) => localTimeOf(new Date(at), ctx.timeZone).replace('T', ' ')),
      column('location', () => book.location.name),
      column('kind', ({ title }) => title),
      column('subject', ({ detail }) => detail),
      column('in', ({ amountRappen }) => (amountRappen > 0 ? francs(amountRappen) : '')),
      column('out', ({ amountRappen }) => (amountRappen < 0 ? francs(0 - amountRappen) : '')),
      column('balance', (row) => francs(row.balance)),
    ],
    once(),
  )
}
