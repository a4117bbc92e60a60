import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type StepperProps = { step: number; of: number; label: ReactNode; className?: string }

/** How far along one is: "3 of 8", the step's name, and a bar in as many parts. */
export function Stepper({ step, of, label, className }: StepperProps) {
  const t = useTranslations('ui')
  return (
    <div className={cn('grid gap-2', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0 truncate font-semibold text-lg">{label}</p>
        <p className="tabular shrink-0 text-muted text-sm">{t('stepOf', { step, of })}</p>
      </div>
      <div aria-hidden="true" className="flex gap-1">
        {[...Array(of).keys()].map((part) => (
          <span
            key={part}
            className={cn('h-1 flex-1 rounded-full', part < step ? 'bg-accent' : 'bg-line-strong')}
          />
        ))}
      </div>
    </div>
  )
}
