'use client'

import { Archive, Check, CircleAlert, CloudOff, RefreshCw, UserX } from 'lucide-react'
import { PhoneLink } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { type Standing, useStanding } from '@/components/handover/phone/sync-words'
import { cn } from '@/components/ui/cn'

const looks: Record<Standing, { icon: typeof Check; style: string }> = {
  attention: { icon: CircleAlert, style: 'border-overdue/40 bg-overdue-soft text-overdue-text' },
  signed_out: { icon: UserX, style: 'border-maintenance/50 bg-maintenance-soft text-maintenance-text' },
  waiting: { icon: CloudOff, style: 'border-maintenance/50 bg-maintenance-soft text-maintenance-text' },
  offline: { icon: CloudOff, style: 'border-line-strong bg-sunken text-ink' },
  sending: { icon: RefreshCw, style: 'border-confirmed/40 bg-confirmed-soft text-confirmed-text' },
  aside: { icon: Archive, style: 'border-line-strong bg-sunken text-ink' },
  sent: { icon: Check, style: 'border-line-strong bg-surface text-muted' },
}

/** Always in sight: whether everything has been sent, and the way to what has not. */
export function SyncStatus({ className }: { className?: string }) {
  const { state } = usePhone()
  const { standing, words } = useStanding(state)
  const { icon: Icon, style } = looks[standing]
  return (
    <PhoneLink
      href="/handover/unsent"
      className={cn(
        'inline-flex min-h-12 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-sm',
        style,
        className,
      )}
    >
      <Icon
        aria-hidden="true"
        className={cn('size-4', standing === 'sending' && 'animate-spin motion-reduce:animate-none')}
      />
      <span role="status">{words}</span>
    </PhoneLink>
  )
}
