'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { removePriceRuleAction } from '@/app/(dashboard)/dashboard/pricing/actions'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { RuleRemoval } from '@/lib/pricing/schema'

/** Takes a rule out of the price list, after asking. */
export function RemoveRule({ name, ...rule }: RuleRemoval & { name: string }) {
  const t = useTranslations('pricing')
  const router = useRouter()
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t('removeNamed', { name })}>
          <Trash2 aria-hidden="true" />
        </Button>
      }
      title={t('removeTitle', { name })}
      consequences={[t('removeText')]}
      confirmLabel={t('remove')}
      onConfirm={async () => {
        const answer = await removePriceRuleAction(rule)
        if (!answer.ok) {
          toast.error(answer.error.message)
          return
        }
        toast.success(t('removed'))
        router.refresh()
      }}
    />
  )
}
