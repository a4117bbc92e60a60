import { Download, FileText } from 'lucide-react'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { MailStatement } from '@/components/money/statement/mail-statement'
import { StatementPeriodForm } from '@/components/money/statement/period-form'
import { StatementTable } from '@/components/money/statement/statement-table'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { isUuid } from '@/lib/core/ids'
import { getStatement } from '@/lib/money/statement/queries'

export const generateMetadata = pageTitle('money', 'statement.title')

const Query = z.object({
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
})

type StatementPageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a customer and the company owe each other, this year unless the address says otherwise. */
export default async function StatementPage({ params, searchParams }: StatementPageProps) {
  const ctx = await pageContext('contracts.see')
  const { id } = await params
  if (!isUuid(id)) notFound()
  const query = Query.parse(await searchParams)
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const from = query.from ?? `${today.slice(0, 4)}-01-01`
  const until = [query.until, today].find((day) => day !== undefined && day >= from) ?? from
  const [t, statement] = await Promise.all([
    getTranslations('money.statement'),
    orNotFound(getStatement(ctx, id, { from, until })),
  ])
  const period = new URLSearchParams({ from, until })
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-5">
      <PageHeader
        back={{ href: `/dashboard/customers/${id}`, label: statement.customer }}
        title={t('title')}
        description={t('text')}
        actions={
          <>
            <Button asChild variant="ghost">
              <a href={`/api/customers/${id}/statement?${period}`} download>
                <Download aria-hidden="true" />
                {t('csv')}
              </a>
            </Button>
            <Button asChild>
              <a href={`/api/customers/${id}/statement/pdf?${period}`} target="_blank" rel="noreferrer">
                <FileText aria-hidden="true" />
                {t('pdf')}
              </a>
            </Button>
            {ctx.can('payments.take') && statement.email && (
              <MailStatement
                key={`mail ${from} ${until}`}
                customerId={id}
                email={statement.email}
                language={statement.locale}
                from={from}
                until={until}
              />
            )}
          </>
        }
      />
      <StatementPeriodForm key={`${from} ${until}`} from={from} until={until} />
      <StatementTable statement={statement} from={from} until={until} />
    </div>
  )
}
