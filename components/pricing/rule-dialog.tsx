import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { savePriceRuleAction } from '@/app/(dashboard)/dashboard/pricing/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import type { RuleKind } from '@/lib/pricing/schema'

type RuleDialogProps = {
  kind: RuleKind
  /** The rule that is changed; without one it is new. */
  id: string | undefined
  trigger: ReactNode
  children: ReactNode
}

/** The form of a rule of the price list; what it asks is the rule's own. */
export function RuleDialog({ kind, id, trigger, children }: RuleDialogProps) {
  const t = useTranslations('pricing')
  return (
    <FormDialog
      trigger={trigger}
      title={t(`${kind}.${id ? 'edit' : 'add'}`)}
      description={t(`${kind}.text`)}
      action={savePriceRuleAction}
      submit={t('save')}
      done={t('saved')}
      labels={t.raw('fields')}
    >
      <input type="hidden" name="kind" value={kind} />
      {id && <input type="hidden" name="id" value={id} />}
      {children}
    </FormDialog>
  )
}
