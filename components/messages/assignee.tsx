'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from 'sonner'
import { assignConversationAction } from '@/app/(dashboard)/dashboard/messages/actions'
import { Select } from '@/components/ui/select'

type AssigneeProps = {
  customerId: string
  members: { userId: string; name: string }[]
  assigneeId: string | null
}

/** Who looks after a conversation; choosing says so at once. */
export function Assignee({ customerId, members, assigneeId }: AssigneeProps) {
  const t = useTranslations('messages')
  const router = useRouter()
  const [isWorking, startWork] = useTransition()

  function assign(userId: string | null) {
    startWork(async () => {
      const answer = await assignConversationAction({ customerId, userId })
      if (!answer.ok) toast.error(answer.error.message)
      router.refresh()
    })
  }

  return (
    <span className="w-48">
      <Select
        aria-label={t('assignee')}
        value={assigneeId ?? ''}
        disabled={isWorking}
        onChange={({ target }) => assign(target.value || null)}
      >
        <option value="">{t('nobody')}</option>
        {members.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </Select>
    </span>
  )
}
