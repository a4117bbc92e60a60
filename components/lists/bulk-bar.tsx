'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useSelection } from '@/components/lists/selection'
import { IconButton } from '@/components/ui/icon-button'
import { Money } from '@/components/ui/money'

/** What is selected, what it comes to, and what can be done with all of it at once. */
export function BulkBar({ children }: { children: ReactNode }) {
  const t = useTranslations('lists')
  const { rows, clear } = useSelection()
  if (rows.length === 0) return null
  const sums = new Map<string, number>()
  for (const row of rows)
    for (const [label, amount] of Object.entries(row.sums ?? {}))
      sums.set(label, (sums.get(label) ?? 0) + amount)
  return (
    <section
      aria-label={t('selection')}
      className="sticky bottom-4 z-20 mx-auto flex max-w-full animate-pop-in flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-raised py-2 pr-2 pl-4 text-sm shadow-float max-sm:hidden"
    >
      <span aria-live="polite" className="tabular font-medium">
        {t('selected', { count: rows.length })}
      </span>
      {[...sums].map(([label, amount]) => (
        <span key={label} className="text-muted">
          {label} <Money amountRappen={amount} bare className="text-ink" />
        </span>
      ))}
      <div className="flex items-center gap-2">
        {children}
        <IconButton label={t('clearSelection')} onClick={clear}>
          <X />
        </IconButton>
      </div>
    </section>
  )
}
