import { useTranslations } from 'next-intl'
import { groupReference } from '@/components/money/group-reference'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { TextLink } from '@/components/ui/text-link'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

/** To whom, for what and when. */
export function InvoiceFacts({ invoice }: { invoice: InvoiceDetail }) {
  const t = useTranslations('money.detail')
  const { customer, contract } = invoice
  const facts = [
    {
      label: t('customer'),
      value: <TextLink href={`/dashboard/customers/${customer.id}`}>{customer.name}</TextLink>,
    },
    ...(contract
      ? [
          {
            label: t('contract'),
            value: (
              <TextLink href={`/dashboard/contracts/${contract.id}`} className="tabular">
                {contract.number}
              </TextLink>
            ),
          },
          {
            label: t('vehicle'),
            value: (
              <>
                <span className="tabular">{contract.vehicle.plate}</span> {contract.vehicle.make}{' '}
                {contract.vehicle.model}
              </>
            ),
          },
        ]
      : []),
    {
      label: t('service'),
      value: (
        <>
          <LocalDate day={invoice.serviceFrom} /> <span className="text-faint">–</span>{' '}
          <LocalDate day={invoice.serviceTo} />
        </>
      ),
    },
    { label: t('issued'), value: <LocalDate day={invoice.issuedOn} /> },
    { label: t('due'), value: <LocalDate day={invoice.dueOn} /> },
    {
      label: t('reference'),
      value: invoice.reference && <span className="tabular">{groupReference(invoice.reference)}</span>,
    },
  ]
  return (
    <Card title={t('facts')}>
      <DataList facts={facts} />
    </Card>
  )
}
