'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { answerCustomerAction } from '@/app/(dashboard)/dashboard/messages/actions'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

/** Writes to the customer; what is written stays until it has left. */
export function AnswerForm({ reservationId }: { reservationId: string }) {
  const t = useTranslations('messages')
  const router = useRouter()
  const [body, setBody] = useState('')
  const [isSending, startSending] = useTransition()
  // One key for one message, however often its button is pressed.
  const key = useRef<string>(undefined)

  function send(event: FormEvent) {
    event.preventDefault()
    key.current ??= crypto.randomUUID()
    const idempotencyKey = key.current
    startSending(async () => {
      const answer = await answerCustomerAction({ reservationId, body, idempotencyKey })
      if (!answer.ok) {
        toast.error(answer.error.message)
        return
      }
      key.current = undefined
      setBody('')
      toast.success(t('sent'))
      router.refresh()
    })
  }

  return (
    <form onSubmit={send} className="grid gap-2">
      <Field label={t('answer')} help={t('answerHelp')} name="body">
        <Textarea
          rows={3}
          maxLength={4_000}
          value={body}
          onChange={({ target }) => {
            key.current = undefined
            setBody(target.value)
          }}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        className="w-fit"
        loading={isSending}
        disabled={body.trim() === ''}
      >
        {t('send')}
      </Button>
    </form>
  )
}
