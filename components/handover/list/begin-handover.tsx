'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useStepAction } from '@/components/handover/use-step-action'
import { BODY_TYPES } from '@/components/icons/body-type'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { Alert } from '@/components/ui/alert'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { ActionResult } from '@/lib/core/action'

type BeginHandoverProps = {
  kind: 'pickup' | 'return'
  vehicle: { plate: string; make: string; model: string; bodyType: string }
  /** What to know before. */
  notice?: ReactNode
  isBegun: boolean
  begin: () => Promise<ActionResult<{ handoverId: string }>>
  children: ReactNode
}

/** The door of a handover: which vehicle, with whom, and one button to begin. */
export function BeginHandover(props: BeginHandoverProps) {
  const { kind, vehicle, notice, isBegun, begin, children } = props
  const t = useTranslations('handover')
  const router = useRouter()
  const { isRunning, failure, run } = useStepAction()
  const body = BODY_TYPES.find((type) => type === vehicle.bodyType) ?? 'compact'
  const word = isBegun ? 'continue' : 'start'
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col">
      <div className="grid flex-1 content-start gap-5 px-4 pt-2 pb-6">
        <IconButton label={t('back')} asChild className="-ml-3 size-12">
          <Link href="/handover">
            <ArrowLeft />
          </Link>
        </IconButton>
        <VehicleSilhouette body={body} className="mx-auto max-w-72" />
        <div className="grid gap-1">
          <p className="text-muted">{t(`list.${kind}`)}</p>
          <h1 className="font-semibold text-2xl tracking-tight">
            {vehicle.make} {vehicle.model}
          </h1>
          <p className="tabular text-lg">{vehicle.plate}</p>
        </div>
        {children}
        {notice && <Alert tone="warning">{notice}</Alert>}
        {failure && (
          <Alert tone="danger" role="alert">
            {failure.message}
          </Alert>
        )}
      </div>
      <BottomBar>
        <Button
          variant="primary"
          size="xl"
          loading={isRunning}
          onClick={() => run(begin, ({ handoverId }) => router.push(`/handover/${handoverId}`))}
        >
          {t(`begin.${kind}.${word}`)}
        </Button>
      </BottomBar>
    </div>
  )
}
