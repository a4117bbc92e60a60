import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { savePriceRuleAction } from '@/app/(dashboard)/dashboard/pricing/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { useNameLabels } from '@/components/dashboard/name-fields'
import { SeenAtField } from '@/components/dashboard/seen-at'
import type { RuleKind } from '@/lib/pricing/schema'

type RuleDialogProps = {
  kind: RuleKind
  /** The rule that is changed; without one it is new. */
  rule: { id: string; updated_at: string } | undefined
  trigger: ReactNode
  children: ReactNode
}

/** The form of a rule of the price list; what it asks is the rule's own. */
export function RuleDialog({ kind, rule, trigger, children }: RuleDialogProps) {
  const t = useTranslations('pricing')
  return (
    <FormDialog
      trigger={trigger}
      title={t(`${kind}.${rule ? 'edit' : 'add'}`)}
      description={t(`${kind}.text`)}
      action={savePriceRuleAction}
      submit={t('save')}
      done={t('saved')}
      labels={{ ...useNameLabels(), ...t.raw('fields') }}
    >
      <input type="hidden" name="kind" value={kind} />
      {rule && <input type="hidden" name="id" value={rule.id} />}
      {rule && <SeenAtField at={rule.updated_at} />}
      {children}
    </FormDialog>
  )
}
