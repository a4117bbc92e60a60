'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { NotWritten } from '@/components/handover/phone/not-written'
import { SyncStatus } from '@/components/handover/phone/sync-status'
import { BottomBar } from '@/components/ui/bottom-bar'
import { IconButton } from '@/components/ui/icon-button'
import { Stepper } from '@/components/ui/stepper'

type StepFrameProps = {
  /** The one button that goes on. */
  primary: ReactNode
  /** Seen while pressing it: what is missing, what it will do. */
  summary?: ReactNode
  children: ReactNode
}

/** One task on one screen: where one is, whether all is sent, the task, and the button under the thumb. */
export function StepFrame({ primary, summary, children }: StepFrameProps) {
  const t = useTranslations('handover')
  const { handover, steps, step, back } = useHandover()
  const { vehicle, customer } = handover
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col">
      <header className="sticky top-0 z-20 grid grid-cols-[minmax(0,1fr)] gap-3 border-b bg-surface px-4 pt-2 pb-3">
        <div className="flex items-center gap-1">
          <IconButton label={t('back')} onClick={back} className="-ml-3 size-12">
            <ArrowLeft />
          </IconButton>
          <p className="min-w-0 flex-1 truncate text-sm">
            <span className="tabular font-medium">{vehicle.plate}</span>
            <span className="text-muted"> · {customer.name}</span>
          </p>
          <SyncStatus />
        </div>
        <Stepper step={steps.indexOf(step) + 1} of={steps.length} label={t(`steps.${step}`)} />
      </header>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-5 px-4 py-5">
        {children}
        <NotWritten />
      </div>
      <BottomBar summary={summary}>{primary}</BottomBar>
    </div>
  )
}
