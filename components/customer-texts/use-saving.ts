import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import type { Written } from '@/components/customer-texts/draft'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { useLeaveGuard } from '@/components/ui/use-leave-guard'

/** Saves what was written and goes back to the list; what is wrong is told, by the paths of the draft, and nothing written is lost, also by leaving. */
export function useSaving(
  save: FormAction,
  list: string,
  draft: Written,
): [isSaving: boolean, submit: () => void, errors: Record<string, string>] {
  const t = useTranslations('settings')
  const router = useRouter()
  const answered = useAnswer()
  const [isSaving, startSaving] = useTransition()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [before] = useState(draft)
  useLeaveGuard(draft !== before)
  const submit = () =>
    startSaving(async () => {
      const answer = await answered(save(draft))
      setErrors(answer.ok ? {} : (answer.error.fields ?? {}))
      if (!answer.ok) {
        toast.error(answer.error.message)
        return
      }
      toast.success(t('saved'))
      router.push(list)
      router.refresh()
    })
  return [isSaving, submit, errors]
}
