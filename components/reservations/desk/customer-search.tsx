'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState, useTransition } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { Badge } from '@/components/ui/badge'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Spinner } from '@/components/ui/spinner'

export type FoundCustomer = {
  id: string
  name: string
  isBlocked: boolean
  email?: string | null
  phone?: string | null
  town?: string | null
}

type CustomerSearchProps = {
  find: FormAction<FoundCustomer[]>
  onChoose: (customer: FoundCustomer) => void
  error: string | undefined
  /** Whether to type is the first thing to do. */
  isFirst?: boolean
}

const PAUSE_MS = 250

/** Finds somebody who is known by a few letters of name, e-mail or telephone. */
export function CustomerSearch({ find, onChoose, error, isFirst = false }: CustomerSearchProps) {
  const t = useTranslations('reservations.desk')
  const blocked = useTranslations('reservations')('blocked')
  const answered = useAnswer()
  const [found, setFound] = useState<FoundCustomer[] | null>(null)
  const [failure, setFailure] = useState<string>()
  const [isLooking, startLook] = useTransition()
  const hits = useRef<HTMLUListElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  function look(text: string) {
    clearTimeout(pause.current)
    const q = text.trim()
    if (q.length < 2) {
      setFound(null)
      setFailure(undefined)
      return
    }
    pause.current = setTimeout(
      () =>
        startLook(async () => {
          const answer = await answered(find({ q }))
          setFound(answer.ok ? answer.data : null)
          setFailure(answer.ok ? undefined : answer.error.message)
        }),
      PAUSE_MS,
    )
  }

  /** Down from the field into the hits and among them; Enter takes the only hit and never sends the form around it. */
  function move(event: KeyboardEvent, at: number) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const [only, ...others] = found ?? []
    if (event.key === 'Enter' && at < 0 && only && others.length === 0) onChoose(only)
    else if (step || (event.key === 'Enter' && at < 0))
      hits.current?.querySelectorAll('button')[at + (step ?? 1)]?.focus()
    else return
    event.preventDefault()
  }

  return (
    <div className="grid gap-2">
      <Field label={t('findCustomer')} help={t('findHint')} error={failure ?? error}>
        <Input
          type="search"
          autoComplete="off"
          autoFocus={isFirst}
          onChange={({ target }) => look(target.value)}
          onKeyDown={(event) => move(event, -1)}
          prefix={isLooking ? <Spinner className="size-3.5" /> : <Search className="size-3.5" />}
        />
      </Field>
      {found?.length === 0 && (
        <p role="status" className="text-muted text-sm">
          {t('findNone')}
        </p>
      )}
      {found && found.length > 0 && (
        <ul ref={hits} className="divide-y rounded border">
          {found.map((customer, at) => (
            <li key={customer.id}>
              <button
                type="button"
                onClick={() => onChoose(customer)}
                onKeyDown={(event) => move(event, at)}
                className="flex w-full items-baseline gap-3 px-3 py-2 text-left text-sm hover:bg-sunken focus-visible:outline-offset-[-2px]"
              >
                <span className="font-medium">{customer.name}</span>
                <span className="min-w-0 flex-1 truncate text-muted text-xs">
                  {[customer.town, customer.phone, customer.email].filter(Boolean).join(' · ')}
                </span>
                {customer.isBlocked && <Badge className="text-overdue-text">{blocked}</Badge>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
