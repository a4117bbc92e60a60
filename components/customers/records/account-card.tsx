import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  addCostCentreAction,
  setCostCentreAction,
} from '@/app/(dashboard)/dashboard/customers/record-actions'
import { AccountDialog } from '@/components/customers/records/account-dialog'
import { ActionButton } from '@/components/dashboard/action-button'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Input } from '@/components/ui/input'
import type { CustomerDetail } from '@/lib/customers/queries'

/** How a firm rents on account: terms, who pays what, where invoices go, and its cost centres. */
export function AccountCard({ customer, canEdit }: { customer: CustomerDetail; canEdit: boolean }) {
  const t = useTranslations('customers.account')
  const { account } = customer
  const address = account && [
    account.billingName,
    [account.billingStreet, account.billingHouseNumber].filter(Boolean).join(' '),
    [account.billingPostalCode, account.billingTown].filter(Boolean).join(' '),
    account.billingEmail,
  ]
  return (
    <Card title={t('title')} actions={canEdit && <AccountDialog customer={customer} />}>
      {!account && <p className="text-muted text-sm">{t('none')}</p>}
      {account && (
        <DataList
          facts={[
            { label: t('terms'), value: t('days', { days: account.paymentTermsDays }) },
            {
              label: t('firmPays'),
              value: t(`pays.${account.firmPays}`, { percent: account.firmSharePercent }),
            },
            { label: t('invoices'), value: t(account.collectiveInvoice ? 'collective' : 'single') },
            { label: t('driversAllowed'), value: t(account.listedDriversOnly ? 'listed' : 'anybody') },
            {
              label: t('billing'),
              value: address?.some(Boolean) ? (
                <span className="whitespace-pre-line">{address.filter(Boolean).join('\n')}</span>
              ) : (
                t('billingSame')
              ),
            },
          ]}
        />
      )}
      <CostCentres customer={customer} canEdit={canEdit} isRequired={account?.costCentreRequired ?? false} />
    </Card>
  )
}

type CostCentresProps = { customer: CustomerDetail; canEdit: boolean; isRequired: boolean }

function CostCentres({ customer, canEdit, isRequired }: CostCentresProps) {
  const t = useTranslations('customers.account')
  const labels = { code: t('code'), name: t('centreName') }
  return (
    <section className="mt-4 grid gap-2 border-t pt-4 text-sm">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-medium">
          {t('centres')}
          {isRequired && <span className="ml-2 font-normal text-muted text-xs">{t('required')}</span>}
        </h3>
        {canEdit && (
          <FormDialog
            trigger={
              <Button size="sm">
                <Plus aria-hidden="true" />
                {t('addCentre')}
              </Button>
            }
            title={t('addCentreTitle')}
            action={addCostCentreAction}
            submit={t('addCentre')}
            done={t('centreAdded')}
            labels={labels}
          >
            <input type="hidden" name="customerId" value={customer.id} />
            <FormField name="code" label={labels.code} required>
              <Input maxLength={40} />
            </FormField>
            <FormField name="name" label={labels.name} optional>
              <Input maxLength={80} />
            </FormField>
          </FormDialog>
        )}
      </div>
      {customer.costCentres.length === 0 && <p className="text-muted">{t('centresNone')}</p>}
      <ul className="grid gap-1">
        {customer.costCentres.map(({ id, code, name, active }) => (
          <li key={id} className="flex min-h-8 items-center justify-between gap-2">
            <span className="min-w-0">
              <span className="font-medium">{code}</span> <span className="text-muted">{name}</span>
              {!active && <Badge className="ml-2">{t('closed')}</Badge>}
            </span>
            {canEdit && (
              <ActionButton
                size="sm"
                variant="ghost"
                action={setCostCentreAction}
                input={{ id, active: !active }}
              >
                {t(active ? 'close' : 'open')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
