import { MapPin } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { closeCashDayAction, recordCashEntryAction } from '@/app/(dashboard)/dashboard/invoices/cash/actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { CashEntryDialog } from '@/components/money/cash/cash-entry-dialog'
import { CashSums } from '@/components/money/cash/cash-sums'
import { CashTable } from '@/components/money/cash/cash-table'
import { CloseDay } from '@/components/money/cash/close-day'
import { DaySteps } from '@/components/money/cash/day-steps'
import { MoneySections } from '@/components/money/money-sections'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { listLocations } from '@/lib/fleet/queries/catalogue'
import { getCashBook } from '@/lib/money/cash/queries'

export const generateMetadata = pageTitle('money', 'cash.title')

const Query = z.object({
  location: z.uuid().optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
})

type CashPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The cash book of one till on one day, and its end. */
export default async function CashPage({ searchParams }: CashPageProps) {
  const ctx = await pageContext('money.see')
  const takesMoney = ctx.can('payments.take')
  const query = Query.parse(await searchParams)
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const [t, locations] = await Promise.all([getTranslations('money'), listLocations(ctx)])
  const location = query.location ?? locations[0]?.id
  const day = query.day ?? today
  const book = location && (await orNotFound(getCashBook(ctx, { location, from: day, until: day })))
  const isClosed = book && book.closedUntil !== null && book.closedUntil >= day
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('cash.title')}
        description={t('cash.text')}
        actions={
          takesMoney &&
          book && (
            <CashEntryDialog
              location={book.location}
              currency={book.currency}
              record={recordCashEntryAction}
            />
          )
        }
      />
      <MoneySections can={ctx.can} />
      {!book && (
        <EmptyState
          picture={<MapPin aria-hidden="true" />}
          title={t('cash.noLocation')}
          actions={
            ctx.can('settings.edit') && (
              <Button asChild variant="primary">
                <Link href="/dashboard/settings/locations">{t('cash.toLocations')}</Link>
              </Button>
            )
          }
          className="rounded-lg border bg-surface"
        >
          {t('cash.noLocationText')}
        </EmptyState>
      )}
      {book && (
        <>
          <DaySteps day={day} today={today} locations={locations} location={book.location.id} />
          <DetailLayout
            aside={
              <>
                <CashSums book={book} />
                {day <= today && (takesMoney || isClosed) && (
                  <CloseDay
                    key={`${book.location.id} ${day}`}
                    book={book}
                    day={day}
                    isClosed={isClosed === true}
                    timeZone={ctx.timeZone}
                    close={closeCashDayAction}
                  />
                )}
              </>
            }
          >
            <CashTable book={book} timeZone={ctx.timeZone} />
          </DetailLayout>
        </>
      )}
    </div>
  )
}
