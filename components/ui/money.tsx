import { cn } from '@/components/ui/cn'
import { formatMoney, formatRappen } from '@/lib/core/money'

type MoneyProps = {
  amountRappen: number
  currency?: string
  /** Leaves the currency to the column's head. */
  bare?: boolean
  className?: string
}

/** An amount, in figures that stand under each other and never break. Minus is a true minus sign. */
export function Money({ amountRappen, currency = 'CHF', bare, className }: MoneyProps) {
  const text = bare ? formatRappen(amountRappen) : formatMoney(amountRappen, currency)
  return <span className={cn('tabular whitespace-nowrap', className)}>{text}</span>
}
