'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import type { SimilarCustomer } from '@/lib/customers/duplicates'

const WATCHED = ['kind', 'firstName', 'lastName', 'firmName', 'email', 'phone', 'birthDate']
const PAUSE_MS = 400

type DuplicateHintProps = {
  find: FormAction<SimilarCustomer[]>
  /** The customer being edited, who is no double of themselves. */
  id?: string
  /** What can be done with somebody found; without it their name leads to their page. */
  take?: (customer: SimilarCustomer) => ReactNode
  children: ReactNode
}

/** Watches the fields inside and says who the person being typed could be already. */
export function DuplicateHint({ find, id, take, children }: DuplicateHintProps) {
  const t = useTranslations('customers.duplicates')
  const answered = useAnswer()
  const [found, setFound] = useState<SimilarCustomer[]>([])
  const frame = useRef<HTMLDivElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  useEffect(() => () => clearTimeout(pause.current), [])

  function look() {
    clearTimeout(pause.current)
    pause.current = setTimeout(async () => {
      const glimpse: Record<string, string> = id ? { id } : {}
      for (const name of WATCHED) {
        const field = frame.current?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)
        if (field?.value.trim()) glimpse[name] = field.value.trim()
      }
      const nth = ++asked.current
      const isKnownEnough =
        (glimpse.lastName ?? glimpse.firmName ?? '').length >= 2 || glimpse.email || glimpse.phone
      const answer = isKnownEnough ? await answered(find(glimpse)) : null
      // An answer that comes late belongs to what was typed before.
      if (nth === asked.current) setFound(answer?.ok ? answer.data : [])
    }, PAUSE_MS)
  }

  return (
    <div ref={frame} onInput={look} className="grid gap-5">
      {children}
      <div role="status" className="empty:-mt-5">
        {found.length > 0 && (
          <Alert tone="warning" title={t('hint', { count: found.length })}>
            <ul className="grid gap-1.5">
              {found.map((customer) => (
                <li key={customer.id} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
                  {take ? (
                    <span className="font-medium">{customer.name}</span>
                  ) : (
                    <Link
                      href={`/dashboard/customers/${customer.id}`}
                      className="font-medium underline underline-offset-4"
                    >
                      {customer.name}
                    </Link>
                  )}
                  <span className="text-xs">
                    {[customer.number, customer.town].filter(Boolean).join(' · ')}
                    {` · ${t('same', { what: customer.reasons.map((reason) => t(`reasons.${reason}`)).join(', ') })}`}
                  </span>
                  {customer.blocked && <Badge className="text-overdue-text">{t('blocked')}</Badge>}
                  {take?.(customer)}
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
    </div>
  )
}
