'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useRef, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { writeToCustomerAction } from '@/app/(dashboard)/dashboard/messages/actions'
import { AttachFiles, type WaitingFile } from '@/components/messages/attach-files'
import { useDraft } from '@/components/messages/use-draft'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { formatFigure } from '@/lib/core/figure'
import type { Channel } from '@/lib/messages/conversation'
import { MOST_FILES_ON, MOST_SIGNS, type Obstacle, obstacleOn, smsFigures } from '@/lib/messages/rules'

type AnswerFormProps = {
  customerId: string
  /** The ways open to the customer, the likeliest first. */
  channels: Channel[]
  reservationId?: string
  /** The ways on which the customer wants nothing. */
  stopped?: Channel[]
  /** How many short messages may still leave this month; null where nobody counts. */
  smsLeft?: number | null
  /** What stands above unread: the answer says that it was read. */
  unread: string[]
}

/** Writes to the customer; what is written stays until it has left. */
export function AnswerForm(props: AnswerFormProps) {
  const { customerId, channels, reservationId, stopped = [], smsLeft = null, unread } = props
  const t = useTranslations('messages')
  const router = useRouter()
  const [body, setBody] = useDraft(`${customerId} ${reservationId ?? ''}`)
  const [files, setFiles] = useState<WaitingFile[]>([])
  const [chosen, setChosen] = useState<Channel>()
  const [isSending, startSending] = useTransition()
  // One key for one message, however often its button is pressed.
  const key = useRef<string>(undefined)
  const text = useRef<HTMLTextAreaElement>(null)
  const channel = chosen && channels.includes(chosen) ? chosen : channels[0]
  if (!channel) {
    return (
      <p className="text-muted text-sm">{t(stopped.length > 0 ? 'unreachableStopped' : 'unreachable')}</p>
    )
  }

  const { characters, segments } = smsFigures(body)
  const help =
    channel === 'sms' && body !== ''
      ? t('smsLength', { characters: formatFigure(characters), segments })
      : t(`channelHelp.${channel}`, { most: formatFigure(MOST_SIGNS[channel]) })
  const met = obstacleOn(channel, body, smsLeft)
  const obstacle = met ? obstacleText(t, met) : undefined
  const tooMany = files.length > MOST_FILES_ON[channel]
  const isReady = body.trim() !== '' && !tooMany && !obstacle && !isSending

  function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }

  function send(event: FormEvent, to: Channel) {
    event.preventDefault()
    if (!isReady) return
    key.current ??= crypto.randomUUID()
    const idempotencyKey = key.current
    startSending(async () => {
      const answer = await writeToCustomerAction({
        customerId,
        channel: to,
        body,
        files: files.map(({ id }) => id),
        idempotencyKey,
        read: unread,
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
      <Field label={t('answer')} help={help} error={obstacle} name="body">
        <Textarea
          ref={text}
          rows={3}
          onKeyDown={sendByKey}
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
        <Button
          type="submit"
          variant="primary"
          loading={isSending}
          disabled={body.trim() === '' || tooMany || obstacle !== undefined}
          title={obstacle}
        >
          {t('send')}
        </Button>
        {(MOST_FILES_ON[channel] > 0 || files.length > 0) && (
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

function obstacleText(t: ReturnType<typeof useTranslations<'messages'>>, met: Obstacle): string {
  return met.kind === 'tooLong'
    ? t('tooLong', { left: formatFigure(met.left), most: formatFigure(met.most) })
    : t('smsUsedUp', { left: met.left })
}
