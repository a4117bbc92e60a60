'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

type OrderedCardProps = {
  /** What it is and which one: "Question 3". */
  title: string
  isFirst: boolean
  isLast: boolean
  move: (by: -1 | 1) => void
  /** Left out where it has to stay. */
  remove: (() => void) | null
  removeLabel: string
  children: ReactNode
}

/** One of several items that are told in an order: can be moved by a place, and taken out. */
export function OrderedCard({
  title,
  isFirst,
  isLast,
  move,
  remove,
  removeLabel,
  children,
}: OrderedCardProps) {
  const t = useTranslations('settings.written')
  return (
    <fieldset className="grid gap-3 rounded-lg border bg-surface p-4">
      <legend className="sr-only">{title}</legend>
      <div className="flex items-center justify-between gap-2">
        <span aria-hidden="true" className="tabular text-muted text-sm">
          {title}
        </span>
        <div className="flex">
          <IconButton label={t('up')} disabled={isFirst} onClick={() => move(-1)}>
            <ArrowUp aria-hidden="true" />
          </IconButton>
          <IconButton label={t('down')} disabled={isLast} onClick={() => move(1)}>
            <ArrowDown aria-hidden="true" />
          </IconButton>
          <IconButton label={removeLabel} disabled={!remove} onClick={() => remove?.()}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      </div>
      {children}
    </fieldset>
  )
}
