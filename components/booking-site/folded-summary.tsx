import type { ComponentProps } from 'react'
import { RentalSummary } from '@/components/booking-site/rental-summary'
import { Money } from '@/components/ui/money'

/** The summary where there is little room: one line that opens. */
export function FoldedSummary(props: ComponentProps<typeof RentalSummary>) {
  const { vehicle, price } = props
  return (
    <details className="group/fold">
      <summary className="flex min-h-14 list-none items-center gap-3 rounded-lg border bg-surface px-4 py-2 group-open/fold:mb-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1 font-medium">{`${vehicle.make} ${vehicle.model}`}</span>
        <Money amountRappen={price.totalRappen} currency={price.currency} className="font-semibold" />
        <span className="icon icon-chevron-down size-4 text-muted group-open/fold:rotate-180" />
      </summary>
      <RentalSummary {...props} />
    </details>
  )
}
