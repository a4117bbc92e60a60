'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm, type FormAction } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Input } from '@/components/ui/input'
import { Money } from '@/components/ui/money'
import { MoneyInput } from '@/components/ui/money-input'
import type { CashBook } from '@/lib/money/cash/queries'

type CloseDayProps = {
  book: CashBook
  day: string
  isClosed: boolean
  timeZone: string
  close: FormAction
}

/** The end of a day: count, compare, close; afterwards what was counted, by whom. */
export function CloseDay({ book, day, isClosed, timeZone, close }: CloseDayProps) {
  const t = useTranslations('money.cash')
  if (book.closed) return <ClosedDay book={book} timeZone={timeZone} />
  if (isClosed)
    return (
      <Card title={t('closeDay')}>
        <p className="text-muted text-sm">
          {t('closedWith')} {book.closedUntil && <LocalDate day={book.closedUntil} />}
        </p>
      </Card>
    )
  return <CountForm book={book} day={day} close={close} />
}

function CountForm({ book, day, close }: Pick<CloseDayProps, 'book' | 'day' | 'close'>) {
  const t = useTranslations('money.cash')
  const [counted, setCounted] = useState<number | null>(null)
  const difference = counted === null ? null : counted - book.closingRappen
  return (
    <Card title={t('closeDay')}>
      <ActionForm
        action={close}
        submit={t('close')}
        done={t('closedDone')}
        labels={{ countedRappen: t('counted') }}
        className="gap-3"
      >
        <input type="hidden" name="locationId" value={book.location.id} />
        <input type="hidden" name="day" value={day} />
        <FormField name="countedRappen" label={t('counted')} help={t('countHelp')} required>
          <MoneyInput currency={book.currency} onAmountChange={setCounted} />
        </FormField>
        <p aria-live="polite" className="flex items-baseline justify-between gap-3 text-sm">
          <span className="text-muted">{t('difference')}</span>
          {difference === null ? (
            <span className="text-faint">–</span>
          ) : (
            <Money
              amountRappen={difference}
              currency={book.currency}
              className={difference === 0 ? 'text-active-text' : 'font-medium text-overdue-text'}
            />
          )}
        </p>
        <FormField name="note" label={t('note')} optional>
          <Input maxLength={500} autoComplete="off" />
        </FormField>
      </ActionForm>
    </Card>
  )
}

function ClosedDay({ book, timeZone }: Pick<CloseDayProps, 'book' | 'timeZone'>) {
  const t = useTranslations('money.cash')
  if (!book.closed) return null
  const { countedRappen, differenceRappen, note, closedBy, at } = book.closed
  return (
    <Card title={t('closeDay')}>
      <div className="grid gap-1.5 text-sm">
        <p className="flex items-baseline justify-between gap-3">
          <span className="text-muted">{t('counted')}</span>
          <Money amountRappen={countedRappen} currency={book.currency} className="font-semibold" />
        </p>
        <p className="flex items-baseline justify-between gap-3">
          <span className="text-muted">{t('difference')}</span>
          <Money
            amountRappen={differenceRappen}
            bare
            className={differenceRappen === 0 ? undefined : 'font-medium text-overdue-text'}
          />
        </p>
        {note && <p>{note}</p>}
        <p className="text-muted text-xs">
          {closedBy} · <DateTime instant={at} timeZone={timeZone} />
        </p>
        <p className="text-muted text-xs">{t('afterClose')}</p>
      </div>
    </Card>
  )
}
