import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const tones = {
  neutral: { icon: Info, style: 'border-line-strong bg-sunken text-ink' },
  info: { icon: Info, style: 'border-confirmed/40 bg-confirmed-soft text-confirmed-text' },
  success: { icon: CircleCheck, style: 'border-active/40 bg-active-soft text-active-text' },
  warning: { icon: TriangleAlert, style: 'border-maintenance/50 bg-maintenance-soft text-maintenance-text' },
  danger: { icon: CircleAlert, style: 'border-overdue/40 bg-overdue-soft text-overdue-text' },
}

type AlertProps = Omit<ComponentProps<'div'>, 'title'> & {
  tone?: keyof typeof tones
  title?: ReactNode
  /** Buttons or links at the end. */
  actions?: ReactNode
}

/** A message that stays on the page beside what it is about. */
export function Alert({ tone = 'neutral', title, actions, className, children, ...props }: AlertProps) {
  const { icon: Icon, style } = tones[tone]
  return (
    <div
      {...props}
      className={cn('flex items-start gap-2.5 rounded border px-3 py-2.5 text-sm', style, className)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2 self-center">{actions}</div>}
    </div>
  )
}
