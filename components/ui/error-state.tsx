import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type ErrorStateProps = {
  title?: ReactNode
  children?: ReactNode
  /** Try again, or a way out. */
  actions?: ReactNode
  /** The number support finds the log with. */
  requestId?: string
  /** `h1` where this is the whole page. */
  heading?: 'h1' | 'h2'
  className?: string
}

/** Something failed: what, what to do, and the number to quote. */
export function ErrorState({
  title,
  children,
  actions,
  requestId,
  heading: Heading = 'h2',
  className,
}: ErrorStateProps) {
  const t = useTranslations('ui.error')
  return (
    <div role="alert" className={cn('grid justify-items-center gap-2 px-6 py-12 text-center', className)}>
      <CircleAlert aria-hidden="true" className="mb-2 size-8 text-overdue" />
      <Heading className="font-semibold text-lg">{title ?? t('title')}</Heading>
      <div className="max-w-md text-pretty text-muted text-sm">{children ?? t('text')}</div>
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
      {requestId && (
        <p className="mt-3 text-faint text-xs">
          {t('requestId')} <code className="select-all font-mono">{requestId}</code>
        </p>
      )}
    </div>
  )
}
