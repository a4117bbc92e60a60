import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { removePriceRuleAction } from '@/app/(dashboard)/dashboard/pricing/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import type { RuleRemoval } from '@/lib/pricing/schema'

/** Takes a rule out of the price list, after asking. */
export function RemoveRule({ name, ...rule }: RuleRemoval & { name: string }) {
  const t = useTranslations('pricing')
  return (
    <ConfirmAction
      trigger={
        <Button size="sm" aria-label={t('removeNamed', { name })}>
          <Trash2 aria-hidden="true" />
        </Button>
      }
      title={t('removeTitle', { name })}
      consequences={[t('removeText')]}
      confirmLabel={t('remove')}
      action={removePriceRuleAction}
      input={rule}
      done={t('removed')}
    />
  )
}
