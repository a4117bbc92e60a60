import { useTranslations } from 'next-intl'
import {
  recordConsentAction,
  withdrawConsentAction,
} from '@/app/(dashboard)/dashboard/customers/record-actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { CustomerDetail } from '@/lib/customers/queries'
import { CONSENT_KINDS, CONSENT_SOURCES } from '@/lib/customers/rules'

type ConsentsCardProps = { customer: CustomerDetail; timeZone: string; canEdit: boolean }

/** What the customer agreed to, when and how, and what they took back. */
export function ConsentsCard({ customer, timeZone, canEdit }: ConsentsCardProps) {
  const t = useTranslations('customers.consents')
  return (
    <Card title={t('title')} actions={canEdit && <RecordConsent customerId={customer.id} />}>
      {customer.consents.length === 0 && <p className="text-muted text-sm">{t('none')}</p>}
      <ul className="grid gap-3 text-sm">
        {customer.consents.map(({ id, kind, textVersion, source, givenAt, withdrawnAt }) => (
          <li key={id} className="flex items-start justify-between gap-2">
            <div className="min-w-0">
              <p className={withdrawnAt ? 'text-muted line-through' : 'font-medium'}>
                {t('what', { kind: t(`kinds.${kind}`), version: textVersion })}
              </p>
              <p className="text-muted text-xs">
                {t(`sources.${source}`)}, <DateTime instant={givenAt} timeZone={timeZone} show="date" />
                {withdrawnAt && (
                  <>
                    {' · '}
                    {t('withdrawn')} <DateTime instant={withdrawnAt} timeZone={timeZone} show="date" />
                  </>
                )}
              </p>
            </div>
            {canEdit && !withdrawnAt && (
              <ConfirmAction
                trigger={
                  <Button size="sm" variant="ghost">
                    {t('withdraw')}
                  </Button>
                }
                title={t('withdrawTitle', { kind: t(`kinds.${kind}`) })}
                consequences={[t('withdrawText')]}
                confirmLabel={t('withdraw')}
                action={withdrawConsentAction}
                input={{ id }}
                done={t('withdrawDone')}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function RecordConsent({ customerId }: { customerId: string }) {
  const t = useTranslations('customers.consents')
  const labels = { kind: t('kind'), textVersion: t('textVersion'), source: t('source') }
  return (
    <FormDialog
      trigger={<Button size="sm">{t('add')}</Button>}
      title={t('addTitle')}
      description={t('addText')}
      action={recordConsentAction}
      submit={t('submit')}
      done={t('done')}
      labels={labels}
    >
      <input type="hidden" name="customerId" value={customerId} />
      <FormField name="kind" label={labels.kind} required>
        <Select defaultValue="marketing">
          {CONSENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name="textVersion" label={labels.textVersion} help={t('textVersionHelp')} required>
        <Input maxLength={80} />
      </FormField>
      <FormField name="source" label={labels.source} required>
        <Select defaultValue="desk">
          {CONSENT_SOURCES.filter((source) => source !== 'site').map((source) => (
            <option key={source} value={source}>
              {t(`sources.${source}`)}
            </option>
          ))}
        </Select>
      </FormField>
    </FormDialog>
  )
}
