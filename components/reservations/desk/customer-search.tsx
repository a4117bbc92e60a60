'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
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

  return (
    <div className="grid gap-2">
      <Field label={t('findCustomer')} help={t('findHint')} error={failure ?? error}>
        <Input
          type="search"
          autoComplete="off"
          autoFocus={isFirst}
          onChange={({ target }) => look(target.value)}
          prefix={isLooking ? <Spinner className="size-3.5" /> : <Search className="size-3.5" />}
        />
      </Field>
      {found?.length === 0 && (
        <p role="status" className="text-muted text-sm">
          {t('findNone')}
        </p>
      )}
      {found && found.length > 0 && (
        <ul className="divide-y rounded border">
          {found.map((customer) => (
            <li key={customer.id}>
              <button
                type="button"
                onClick={() => onChoose(customer)}
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
