'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { writeToCustomerAction } from '@/app/(dashboard)/dashboard/messages/actions'
import { AttachFiles, type WaitingFile } from '@/components/messages/attach-files'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Channel } from '@/lib/messages/conversation'
import { plainSigns, smsLength } from '@/lib/messages/sms-length'

type AnswerFormProps = {
  customerId: string
  /** The ways open to the customer, the likeliest first. */
  channels: Channel[]
  reservationId?: string
}

const MOST = { portal: 4_000, email: 4_000, sms: 1_600, whatsapp: 1_600 }
const MOST_FILES = { portal: 5, email: 5, sms: 0, whatsapp: 1 }

/** Writes to the customer; what is written stays until it has left. */
export function AnswerForm({ customerId, channels, reservationId }: AnswerFormProps) {
  const t = useTranslations('messages')
  const router = useRouter()
  const [body, setBody] = useState('')
  const [files, setFiles] = useState<WaitingFile[]>([])
  const [chosen, setChosen] = useState<Channel>()
  const [isSending, startSending] = useTransition()
  // One key for one message, however often its button is pressed.
  const key = useRef<string>(undefined)
  const text = useRef<HTMLTextAreaElement>(null)
  const channel = chosen && channels.includes(chosen) ? chosen : channels[0]
  if (!channel) return <p className="text-muted text-sm">{t('unreachable')}</p>

  const help =
    channel === 'sms' && body !== '' ? t('smsLength', smsFigures(body)) : t(`channelHelp.${channel}`)
  const tooMany = files.length > MOST_FILES[channel]

  function send(event: FormEvent, to: Channel) {
    event.preventDefault()
    key.current ??= crypto.randomUUID()
    const idempotencyKey = key.current
    startSending(async () => {
      const answer = await writeToCustomerAction({
        customerId,
        channel: to,
        body,
        files: files.map(({ id }) => id),
        idempotencyKey,
        ...(reservationId && { reservationId }),
      })
      if (!answer.ok) {
        toast.error(answer.error.message)
        return
      }
      key.current = undefined
      setBody('')
      setFiles([])
      // The button that was pressed is off now, and would drop the focus.
      text.current?.focus({ preventScroll: true })
      toast.success(t('sent'))
      router.refresh()
    })
  }

  return (
    <form onSubmit={(event) => send(event, channel)} className="grid gap-3">
      <Field label={t('answer')} help={help} name="body">
        <Textarea
          ref={text}
          rows={3}
          maxLength={MOST[channel]}
          value={body}
          onChange={({ target }) => {
            key.current = undefined
            setBody(target.value)
          }}
        />
      </Field>
      {tooMany && (
        <p role="alert" className="text-overdue-text text-sm">
          {t(channel === 'sms' ? 'noFiles' : channel === 'whatsapp' ? 'oneFile' : 'fiveFiles')}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {channels.length > 1 && (
          <span className="w-40">
            <Select
              aria-label={t('channel')}
              value={channel}
              onChange={({ target }) => {
                key.current = undefined
                setChosen(target.value as Channel)
              }}
            >
              {channels.map((way) => (
                <option key={way} value={way}>
                  {t(`channels.${way}`)}
                </option>
              ))}
            </Select>
          </span>
        )}
        <Button type="submit" variant="primary" loading={isSending} disabled={body.trim() === '' || tooMany}>
          {t('send')}
        </Button>
        {(MOST_FILES[channel] > 0 || files.length > 0) && (
          <AttachFiles
            customerId={customerId}
            files={files}
            change={(now) => {
              key.current = undefined
              setFiles(now)
            }}
          />
        )}
      </div>
    </form>
  )
}

/** What leaves is written in plain signs, and counted so. */
function smsFigures(body: string) {
  const { characters, segments } = smsLength(plainSigns(body.trim()))
  return { characters, segments }
}
