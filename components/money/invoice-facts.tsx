import { useTranslations } from 'next-intl'
import { CalendarDay } from '@/components/money/calendar-day'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { TextLink } from '@/components/ui/text-link'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

/** When it was issued, until when it is due, and what it is for. */
export function InvoiceFacts({ invoice }: { invoice: InvoiceDetail }) {
  const t = useTranslations('money.detail')
  const { contract } = invoice
  return (
    <Card title={t('facts')}>
      <DataList
        columns={2}
        facts={[
          { label: t('issuedOn'), value: <CalendarDay day={invoice.issuedOn} /> },
          { label: t('dueOn'), value: <CalendarDay day={invoice.dueOn} /> },
          {
            label: t('contract'),
            value: <TextLink href={`/dashboard/contracts/${contract.id}`}>{contract.number}</TextLink>,
          },
          {
            label: t('vehicle'),
            value: `${contract.vehicle.make} ${contract.vehicle.model}, ${contract.vehicle.plate}`,
          },
          {
            label: t('service'),
            value: (
              <>
                <CalendarDay day={invoice.serviceFrom} /> – <CalendarDay day={invoice.serviceTo} />
              </>
            ),
          },
          {
            label: t('reference'),
            value: invoice.reference && <span className="tabular break-all">{invoice.reference}</span>,
          },
        ]}
      />
    </Card>
  )
}
