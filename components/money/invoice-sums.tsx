import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { counted } from '@/components/money/counted'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import type { Ageing } from '@/lib/money/queries/ageing'
import { AGES, type Age } from '@/lib/money/schema'

type InvoiceSumsProps = { ageing: Ageing; chosen: Age[]; currency: string }

/** What is still owed, by how late it is; each part leads to its invoices, and once more back to all. */
export function InvoiceSums({ ageing, chosen, currency }: InvoiceSumsProps) {
  const t = useTranslations('money.sums')
  const all = AGES.map((age) => ageing[age])
  const open = all.reduce((sum, { openRappen }) => sum + openRappen, 0)
  const count = all.reduce((sum, part) => sum + part.count, 0)
  return (
    <nav
      aria-label={t('label')}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line sm:grid-cols-3 xl:grid-cols-6"
    >
      <Part
        href="/dashboard/invoices"
        label={t('open')}
        count={count}
        openRappen={open}
        currency={currency}
      />
      {AGES.map((age) => {
        const isChosen = chosen.length === 1 && chosen[0] === age
        return (
          <Part
            key={age}
            href={isChosen ? '/dashboard/invoices' : `/dashboard/invoices?age=${age}`}
            label={t(`ages.${age}`)}
            {...ageing[age]}
            currency={currency}
            isLate={age !== 'not_due'}
            isChosen={isChosen}
          />
        )
      })}
    </nav>
  )
}

type PartProps = {
  href: string
  label: string
  count: number
  openRappen: number
  currency: string
  isLate?: boolean
  isChosen?: boolean
}

function Part({ href, label, count, openRappen, currency, isLate, isChosen }: PartProps) {
  const t = useTranslations('money.sums')
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isChosen || undefined}
      className={cn(
        'grid content-start gap-0.5 px-4 py-3 focus-visible:outline-offset-[-2px]',
        isChosen ? 'bg-accent-soft' : 'bg-surface hover:bg-sunken',
      )}
    >
      <span className="text-muted text-sm">{label}</span>
      <Money
        amountRappen={openRappen}
        currency={currency}
        className={cn(
          'truncate font-semibold text-base tracking-tight',
          isLate && openRappen > 0 && 'text-overdue-text',
          openRappen === 0 && 'text-faint',
        )}
      />
      <span className="text-muted text-xs">{t('count', counted(count))}</span>
    </Link>
  )
}
