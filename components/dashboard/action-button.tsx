'use client'

import { useRouter } from 'next/navigation'
import { type ComponentProps, useTransition } from 'react'
import { toast } from 'sonner'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { Button } from '@/components/ui/button'

type ActionButtonProps = ComponentProps<typeof Button> & {
  action: FormAction
  input: Record<string, unknown>
  /** What is said when it is done. */
  done?: string
}

/** A button that does one harmless thing at once. */
export function ActionButton({ action, input, done, ...button }: ActionButtonProps) {
  const router = useRouter()
  const answered = useAnswer()
  const [isWorking, startWork] = useTransition()

  function act() {
    startWork(async () => {
      const answer = await answered(action(input))
      if (!answer.ok) toast.error(answer.error.message)
      else if (done) toast.success(done)
      router.refresh()
    })
  }

  return <Button {...button} loading={isWorking} onClick={act} />
}
