'use client'

import { useTranslations } from 'next-intl'
import { go } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { addressOf } from '@/components/handover/phone/places'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { KeptStep } from '@/lib/handover/offline/database'
import { isCompletion, leaveOut, putAside, reopen, retryStep } from '@/lib/handover/offline/log'
import type { HandoverView } from '@/lib/handover/offline/view'

/** Conflicts with what others did meanwhile: nothing on this phone can put them right. */
const CONFLICTS = [
  'handover_completed',
  'contract_cancelled',
  'vehicle_changed',
  'invalid_transition',
  'driver_unfit',
  'not_found',
]

/** Why the server refused what was done here, and what a person can do about it. Nothing is dropped without them. */
export function ProblemCard({ handover, problem }: { handover: HandoverView; problem: KeptStep }) {
  const t = useTranslations('handover.problem')
  const { store } = usePhone()
  const { code = '', message = '', details = {} } = problem.problem ?? {}
  const { work } = problem
  const isConflict = CONFLICTS.includes(code)
  const canCorrect = isCompletion(work) && !isConflict
  const canKeepVehicle = code === 'vehicle_changed' && work.kind === 'begin'
  const wide = 'min-h-14 w-full'
  const text = t.has(`codes.${code}`) ? t(`codes.${code}`, plain(details)) : message || t('unknown')

  function correct() {
    void store.act((phone) => reopen(phone, problem)).then(() => go(`${addressOf(handover)}?step=readings`))
  }

  return (
    <Alert tone="danger" role="alert" title={t('title')} className="w-full text-left">
      <p className="text-base">{text}</p>
      <div className="mt-2 grid gap-2">
        {canCorrect && (
          <Button variant="primary" size="xl" className={wide} onClick={correct}>
            {t('correct')}
          </Button>
        )}
        {work.kind === 'add_driver' && (
          <Button
            variant="primary"
            size="xl"
            className={wide}
            onClick={() => void store.act((phone) => leaveOut(phone, work.driverId, problem.key))}
          >
            {t('leaveOut', { name: `${work.driver.firstName} ${work.driver.lastName}` })}
          </Button>
        )}
        {canKeepVehicle && (
          <Button
            variant="primary"
            size="xl"
            className={wide}
            onClick={() =>
              void store.act((phone) => retryStep(phone, problem, { ...work, keepsVehicle: true }))
            }
          >
            {t('keepVehicle', { plate: handover.vehicle.plate })}
          </Button>
        )}
        <Button
          size="xl"
          className={wide}
          onClick={() => void store.act((phone) => retryStep(phone, problem))}
        >
          {t('retry')}
        </Button>
        <ConfirmDialog
          trigger={
            <Button size="xl" className={wide}>
              {t('aside')}
            </Button>
          }
          title={t('asideTitle')}
          consequences={[t('asideText', { count: handover.unsent.length }), t('asideKept')]}
          confirmLabel={t('aside')}
          onConfirm={() => store.act((phone) => putAside(phone, handover.key))}
        />
      </div>
    </Alert>
  )
}

/** What of the details can stand in a sentence. */
function plain(details: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value ?? '')]))
}
