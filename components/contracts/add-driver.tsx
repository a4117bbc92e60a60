import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { addContractDriverAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'

type AddDriverProps = { contractId: string; customerId: string; choices: { id: string; name: string }[] }

/** Names one of the customer's drivers; without any, the way to where they are recorded. */
export function AddDriver({ contractId, customerId, choices }: AddDriverProps) {
  const t = useTranslations('contracts.drivers')
  if (choices.length === 0) {
    return (
      <TextLink href={`/dashboard/customers/${customerId}`} className="text-sm">
        {t('record')}
      </TextLink>
    )
  }
  return (
    <FormDialog
      trigger={
        <Button size="sm">
          <UserPlus aria-hidden="true" />
          {t('add')}
        </Button>
      }
      title={t('add')}
      description={t('addText')}
      action={addContractDriverAction}
      submit={t('confirm')}
      done={t('added')}
      labels={{ driverId: t('driver') }}
    >
      <input type="hidden" name="id" value={contractId} />
      <FormField name="driverId" label={t('driver')} required>
        <Select>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
    </FormDialog>
  )
}
