import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import { Spinner } from '@/components/ui/spinner'
import type { Price } from '@/lib/core/price'

type NextStepProps = { price: Price; action: string; label: string }

/** The way on; takes along what the form around it says at that moment. */
export function NextStepButton({
  action,
  label,
  className,
}: Omit<NextStepProps, 'price'> & { className?: string }) {
  return (
    <button
      type="submit"
      formAction={action}
      className={cn(buttonStyle({ variant: 'primary', size: 'lg' }), 'h-14', className)}
    >
      <Spinner className="hidden group-data-[pending]/form:block" />
      {label}
    </button>
  )
}

/** The total and the way on, always in reach of the thumb. */
export function NextStepBar({ price, action, label }: NextStepProps) {
  const t = useTranslations('booking-site.summary')
  return (
    <div
      data-print="hide"
      className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t bg-surface px-4 py-3 lg:hidden"
    >
      <p className="transition-opacity group-data-[pending]/form:opacity-50">
        <span className="block text-muted text-xs">{t('total')}</span>
        <Money amountRappen={price.totalRappen} currency={price.currency} className="font-semibold text-xl" />
      </p>
      <NextStepButton
        action={action}
        label={label}
        className="min-w-0 shrink whitespace-normal text-balance"
      />
    </div>
  )
}
