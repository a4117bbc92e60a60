import { Download, Trash2, UserX } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import {
  anonymizeCustomerAction,
  deleteCustomerAction,
  settleDataRequestAction,
} from '@/app/(dashboard)/dashboard/customers/record-actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/lib/core/dates'
import type { DataRequest, Erasure } from '@/lib/customers/data-rights'
import type { CustomerDetail } from '@/lib/customers/queries'
import { GRACE_DAYS } from '@/lib/customers/rules'

type DataCardProps = {
  customer: CustomerDetail
  erasure: Erasure | null
  requests: DataRequest[]
  canExport: boolean
}

/** The rights of the person behind the record: to have everything, and to be forgotten. */
export function DataCard({ customer, erasure, requests, canExport }: DataCardProps) {
  const t = useTranslations('customers.data')
  const locale = useLocale()
  return (
    <Card title={t('title')}>
      <div className="grid gap-3 text-sm">
        {requests.map(({ id, kind, dueOn }) => (
          <Alert
            key={id}
            tone="warning"
            title={t(`asked.${kind}`, { date: formatDay(dueOn, locale) })}
            actions={
              erasure && (
                <ActionButton
                  size="sm"
                  action={settleDataRequestAction}
                  input={{ id }}
                  done={t('askedSettled')}
                >
                  {t('askedSettle')}
                </ActionButton>
              )
            }
          />
        ))}
        {canExport && (
          <div className="flex flex-wrap gap-2">
            {(['json', 'csv'] as const).map((format) => (
              <Button key={format} asChild size="sm">
                <a href={`/api/customers/${customer.id}/export?format=${format}`} download>
                  <Download aria-hidden="true" />
                  {t(`export.${format}`)}
                </a>
              </Button>
            ))}
          </div>
        )}
        {erasure && <Erasing customer={customer} erasure={erasure} />}
      </div>
    </Card>
  )
}

function Erasing({
  customer: { id, name, deletedAt },
  erasure,
}: {
  customer: CustomerDetail
  erasure: Erasure
}) {
  const t = useTranslations('customers.data')
  const locale = useLocale()
  const ties = [
    t('ties.contracts', { count: erasure.running_contracts }),
    t('ties.reservations', { count: erasure.coming_reservations }),
    t('ties.invoices', { count: erasure.open_invoices }),
    t('ties.deposits', { count: erasure.held_deposits }),
    t('ties.credit', { count: erasure.credit_rappen }),
  ].filter(Boolean)
  if (ties.length > 0) return <p className="text-muted">{t('tied', { what: ties.join(', ') })}</p>
  const kept = erasure.retained_until
    ? [
        t('kept', {
          contracts: erasure.contracts,
          invoices: erasure.invoices,
          date: formatDay(erasure.retained_until, locale),
        }),
      ]
    : [t('keptNothing')]
  return (
    <div className="flex flex-wrap gap-2">
      {deletedAt === null && (
        <ConfirmAction
          trigger={
            <Button size="sm">
              <Trash2 aria-hidden="true" />
              {t('delete')}
            </Button>
          }
          title={t('deleteTitle', { name })}
          consequences={[t('deleteText'), t('deleteGrace', { days: GRACE_DAYS }), ...kept]}
          confirmLabel={t('delete')}
          action={deleteCustomerAction}
          input={{ id }}
          done={t('deleteDone', { name })}
        />
      )}
      <ConfirmAction
        trigger={
          <Button size="sm">
            <UserX aria-hidden="true" />
            {t('anonymize')}
          </Button>
        }
        title={t('anonymizeTitle', { name })}
        consequences={[t('anonymizeText'), ...kept, t('anonymizeFinal')]}
        confirmLabel={t('anonymize')}
        action={anonymizeCustomerAction}
        input={{ id }}
        done={t('anonymizeDone')}
      />
    </div>
  )
}
