import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from 'sonner'
import type { Written } from '@/components/customer-texts/draft'
import type { FormAction } from '@/components/dashboard/action-form'

/** Saves what was written and goes back to the list; what is wrong is told, and nothing written is lost. */
export function useSaving(
  save: FormAction,
  list: string,
): [isSaving: boolean, submit: (draft: Written) => void] {
  const t = useTranslations('settings')
  const router = useRouter()
  const [isSaving, startSaving] = useTransition()
  const submit = (draft: Written) =>
    startSaving(async () => {
      const answer = await save(draft)
      if (!answer.ok) {
        toast.error(answer.error.message)
        return
      }
      toast.success(t('saved'))
      router.push(list)
      router.refresh()
    })
  return [isSaving, submit]
}
