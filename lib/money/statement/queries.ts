import { documentLogo } from '@/lib/core/company-logo'
import type { CompanyContext } from '@/lib/core/context'
import { csvStream } from '@/lib/core/csv-stream'
import { fromPostgres } from '@/lib/core/errors'
import { translatorFor } from '@/lib/core/i18n/messages'
import { serviceContext } from '@/lib/core/service-context'
import { statementPdf } from '@/lib/money/statement/document'
import { type Statement, StatementFacts } from '@/lib/money/statement/facts'
import type { StatementPeriod } from '@/lib/money/statement/schema'

/** A customer's statement of account. @throws AppError `not_found` */
export async function getStatement(
  ctx: CompanyContext,
  customerId: string,
  { from, until }: StatementPeriod,
): Promise<Statement> {
  const { data, error } = await ctx.db.rpc('customer_statement', {
    p_customer_id: customerId,
    p_from: from,
    p_until: until,
  })
  if (error) throw fromPostgres(error)
  return StatementFacts.parse(data)
}

/** The statement as PDF, as the customer gets it. @throws AppError `not_found` */
export async function statementFile(ctx: CompanyContext, customerId: string, period: StatementPeriod) {
  const statement = await getStatement(ctx, customerId, period)
  const logo = await documentLogo(serviceContext(ctx.companyId, 'statement', ctx.requestId))
  return statementPdf(statement, { ...period, madeAt: ctx.now(), logo })
}

const francs = (rappen: number) => (rappen / 100).toFixed(2)

/** The statement as CSV, opening and closing balance as its first and last line. */
export async function statementCsv(ctx: CompanyContext, customerId: string, period: StatementPeriod) {
  const [t, statement] = await Promise.all([
    translatorFor(ctx.locale, 'money'),
    getStatement(ctx, customerId, period),
  ])
  const line = (day: string, text: string, amountRappen: number | null, balanceRappen: number) => ({
    day,
    text,
    amountRappen,
    balanceRappen,
  })
  async function* once() {
    yield [
      line(period.from, t('statement.opening'), null, statement.openingRappen),
      ...statement.entries.map(({ day, kind, number, amountRappen, balanceRappen }) =>
        line(
          day,
          [t(`accounting.kinds.${kind}`), number].filter(Boolean).join(' '),
          amountRappen,
          balanceRappen,
        ),
      ),
      line(period.until, t('statement.closing'), null, statement.closingRappen),
    ]
  }
  return csvStream<ReturnType<typeof line>>(
    [
      { head: t('statement.day'), cell: (row) => row.day },
      { head: t('statement.what'), cell: (row) => row.text },
      {
        head: t('statement.amount'),
        cell: (row) => (row.amountRappen === null ? '' : francs(row.amountRappen)),
      },
      { head: t('statement.balance'), cell: (row) => francs(row.balanceRappen) },
    ],
    once(),
  )
}
