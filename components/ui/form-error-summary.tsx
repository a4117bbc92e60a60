'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { fieldId } from '@/components/ui/field-id'

type FormErrorSummaryProps = {
  /** What a server action answered; nothing is shown while there is none. */
  error?: { code?: string; message: string; requestId?: string; fields?: Record<string, string> } | null
  /** The fields' labels, to name them in the list. */
  labels?: Record<string, string>
}

/** The request's number helps with a fault; with a wrong entry it is noise. */
const isFault = (code?: string) => code === undefined || code === 'internal' || code === 'unavailable'

/** Everything that keeps a form from being accepted, each line a link to its field. Takes the focus when it appears. */
export function FormErrorSummary({ error, labels = {} }: FormErrorSummaryProps) {
  const t = useTranslations('ui.formErrors')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.focus()
  }, [error])
  if (!error) return null
  const fields = Object.entries(error.fields ?? {})
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      tone="danger"
      title={fields.length > 0 ? t('title', { count: fields.length }) : error.message}
    >
      {fields.length > 0 && (
        <ul className="grid gap-1">
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} className="underline underline-offset-4">
                {labels[name] ? `${labels[name]}: ${message}` : message}
              </a>
            </li>
          ))}
        </ul>
      )}
      {error.code === 'not_signed_in' && (
        // Beside this page, on which everything still stands as it was typed.
        <p>
          <a href="/login" target="_blank" rel="noreferrer" className="underline underline-offset-4">
            {t('logIn')}
          </a>
        </p>
      )}
      {fields.length === 0 && error.requestId && isFault(error.code) && (
        <p className="text-xs">{t('requestId', { id: error.requestId })}</p>
      )}
    </Alert>
  )
}
