'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { toast } from 'sonner'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

type ConfirmActionProps = Omit<ComponentProps<typeof ConfirmDialog>, 'onConfirm'> & {
  action: FormAction
  input: Record<string, unknown>
  /** What is said when it is done. */
  done: string
}

/** Asks, does it, and says how it went. */
export function ConfirmAction({ action, input, done, ...dialog }: ConfirmActionProps) {
  const router = useRouter()
  const answered = useAnswer()

  async function confirm() {
    const answer = await answered(action(input))
    if (answer.ok) toast.success(done)
    else toast.error(answer.error.message)
    router.refresh()
  }

  return <ConfirmDialog {...dialog} onConfirm={confirm} />
}
