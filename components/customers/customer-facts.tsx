import { useTranslations } from 'next-intl'
import { Phone } from '@/components/customers/phone'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import type { CustomerDetail } from '@/lib/customers/queries'
import { ageOn } from '@/lib/customers/rules'

type CustomerFactsProps = { customer: CustomerDetail; today: string; timeZone: string }

function written(date: string): string {
  return date.split('-').reverse().join('.')
}

/** How to reach somebody, and what is known of them. */
export function CustomerFacts({ customer, today, timeZone }: CustomerFactsProps) {
  const t = useTranslations('customers')
  const { birthDate, email, phone } = customer
  const address = [
    [customer.street, customer.houseNumber],
    [customer.postalCode, customer.town],
    [customer.country === 'CH' ? null : customer.country],
  ]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean)
  const contact = [customer.firstName, customer.lastName].filter(Boolean).join(' ')
  const facts = [
    { label: t('detail.number'), value: customer.number },
    ...(customer.kind === 'firm' ? [{ label: t('form.contact'), value: contact }] : []),
    { label: t('detail.phone'), value: phone && <Phone number={phone} /> },
    {
      label: t('detail.email'),
      value: email && (
        <a href={`mailto:${email}`} className="break-all hover:underline">
          {email}
        </a>
      ),
    },
    {
      label: t('detail.address'),
      value: address.length > 0 && <span className="whitespace-pre-line">{address.join('\n')}</span>,
    },
    { label: t('detail.language'), value: t(`languages.${customer.language}`) },
    {
      label: t('detail.birthDate'),
      value: birthDate && (
        <span className="tabular">
          {t('detail.age', { date: written(birthDate), age: ageOn(birthDate, today) })}
        </span>
      ),
    },
    { label: t('detail.card'), value: t(customer.hasCard ? 'detail.cardYes' : 'detail.cardNo') },
    {
      label: t('detail.since'),
      value: <DateTime instant={customer.createdAt} timeZone={timeZone} show="date" />,
    },
    {
      label: t('detail.notes'),
      value: customer.notes && <span className="whitespace-pre-line">{customer.notes}</span>,
    },
  ]
  return (
    <Card title={t('detail.facts')}>
      <DataList facts={facts.map(({ label, value }) => ({ label, value: value || null }))} />
    </Card>
  )
}
