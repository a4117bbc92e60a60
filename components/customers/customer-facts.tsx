import { useLocale, useTranslations } from 'next-intl'
import { Phone } from '@/components/customers/phone'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { formatDay } from '@/lib/core/dates'
import { formatFigure } from '@/lib/core/figure'
import { labelOf } from '@/lib/core/labels'
import type { CustomField } from '@/lib/customers/custom-fields'
import type { CustomerDetail } from '@/lib/customers/queries'
import { ageOn } from '@/lib/customers/rules'

type CustomerFactsProps = { customer: CustomerDetail; fields: CustomField[]; today: string; timeZone: string }

/** How to reach somebody, and what is known of them. */
export function CustomerFacts({ customer, fields, today, timeZone }: CustomerFactsProps) {
  const t = useTranslations('customers')
  const locale = useLocale()
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const { birthDate, email, phone } = customer
  const address = [
    [customer.street, customer.houseNumber],
    [customer.postalCode, customer.town, customer.canton && `(${customer.canton})`],
    [customer.country === 'CH' ? null : regions.of(customer.country)],
  ]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean)
  const contact = [customer.firstName, customer.lastName].filter(Boolean).join(' ')
  /** `Reisepass X123, CH, gültig bis 1.5.2031`; a paper that has lapsed is said to have. */
  function identityOf({
    idDocumentKind,
    idDocumentNumber,
    idDocumentCountry,
    idDocumentExpiresOn,
  }: CustomerDetail) {
    if (!idDocumentKind && !idDocumentNumber) return []
    const isPast = idDocumentExpiresOn !== null && idDocumentExpiresOn < today
    return [
      <span key="document">
        {[idDocumentKind && t(`form.idDocuments.${idDocumentKind}`), idDocumentNumber, idDocumentCountry]
          .filter(Boolean)
          .join(' ')}
        {idDocumentExpiresOn && (
          <span className={isPast ? 'text-overdue-text' : 'text-muted'}>
            {', '}
            {t(isPast ? 'drivers.past' : 'drivers.until', { date: formatDay(idDocumentExpiresOn, locale) })}
          </span>
        )}
      </span>,
    ]
  }
  function ownValue({ kind }: CustomField, value: string | number | boolean | undefined) {
    if (value === undefined) return null
    if (kind === 'yes_no') return t(value ? 'form.yes' : 'form.no')
    if (kind === 'number') return formatFigure(Number(value))
    return kind === 'date' ? formatDay(String(value), locale) : String(value)
  }
  const facts = [
    { label: t('detail.number'), value: customer.number },
    ...(customer.kind === 'firm'
      ? [
          { label: t('form.contact'), value: contact },
          { label: t('form.uidNumber'), value: customer.uidNumber },
        ]
      : []),
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
          {t('detail.age', { date: formatDay(birthDate, locale), age: ageOn(birthDate, today) })}
        </span>
      ),
    },
    ...identityOf(customer).map((value) => ({ label: t('form.identity'), value })),
    ...(customer.nationality
      ? [{ label: t('form.nationality'), value: regions.of(customer.nationality) }]
      : []),
    ...(customer.ahvNumber ? [{ label: t('form.ahvNumber'), value: customer.ahvNumber }] : []),
    ...fields.map((field) => ({
      label: labelOf(field.names, locale),
      value: ownValue(field, customer.custom[field.key]),
    })),
    {
      label: t('form.tags'),
      value: customer.tags.length > 0 && (
        <span className="flex flex-wrap gap-1">
          {customer.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
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
