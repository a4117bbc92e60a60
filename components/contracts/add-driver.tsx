import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { addContractDriverAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type AddDriverProps = {
  contract: Pick<ContractDetail, 'id' | 'customer' | 'currency'>
  choices: { id: string; name: string }[]
  addedRappen: number
}

/** Names one of the customer's drivers, at the price that is shown; without any, the way to where they are recorded. */
export function AddDriver({ contract, choices, addedRappen }: AddDriverProps) {
  const t = useTranslations('contracts.drivers')
  if (choices.length === 0) {
    return (
      <TextLink href={`/dashboard/customers/${contract.customer.id}`} className="text-sm">
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
      <input type="hidden" name="id" value={contract.id} />
      <input type="hidden" name="addedRappen" value={addedRappen} />
      <FormField name="driverId" label={t('driver')} required>
        <Select>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
      <p className="text-sm">
        {addedRappen > 0
          ? t.rich('adds', {
              amount: () => (
                <Money amountRappen={addedRappen} currency={contract.currency} className="font-medium" />
              ),
            })
          : t('addsNothing')}
      </p>
    </FormDialog>
  )
}
