import { cn } from '@/components/ui/cn'
import { formatMoney, formatRappen } from '@/lib/core/money'

type MoneyProps = { amountRappen: number; className?: string } & (
  | { currency: string; bare?: boolean }
  /** The column's head names the currency. */
  | { currency?: undefined; bare: true }
)

/** An amount, in figures that stand under each other and never break. Minus is a true minus sign. */
export function Money({ amountRappen, currency, bare, className }: MoneyProps) {
  const text =
    bare || currency === undefined ? formatRappen(amountRappen) : formatMoney(amountRappen, currency)
  return <span className={cn('tabular whitespace-nowrap', className)}>{text}</span>
}
