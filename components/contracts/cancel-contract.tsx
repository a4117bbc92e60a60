import { Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cancelContractAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import type { ContractDetail } from '@/lib/contracts/queries/detail'

type CancelContractProps = { contract: Pick<ContractDetail, 'id' | 'number' | 'reservation'> }

/** Calls a contract off before its vehicle leaves, and says what that does. */
export function CancelContract({ contract }: CancelContractProps) {
  const t = useTranslations('contracts.cancel')
  return (
    <FormDialog
      trigger={
        <Button>
          <Ban aria-hidden="true" />
          {t('action')}
        </Button>
      }
      title={t('title', { number: contract.number })}
      description={t('text', { number: contract.number, reservation: contract.reservation.number })}
      action={cancelContractAction}
      submit={t('action')}
      done={t('done')}
      labels={{ reason: t('reason') }}
    >
      <input type="hidden" name="id" value={contract.id} />
      <FormField name="reason" label={t('reason')} required>
        <Textarea maxLength={500} />
      </FormField>
    </FormDialog>
  )
}
