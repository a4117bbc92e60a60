'use client'

import { useTranslations } from 'next-intl'
import { go } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { addressOf } from '@/components/handover/phone/places'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { KeptStep } from '@/lib/handover/offline/database'
import {
  isCompletion,
  isUnsent,
  leaveOut,
  leaveOutStep,
  putAside,
  reopen,
  retryStep,
} from '@/lib/handover/offline/log'
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

/** What a handover can do without: it ends all the same. */
const SINGLE = ['mark_damage', 'remove_damage', 'add_photo', 'remove_photo', 'remove_driver', 'announce']

type ProblemCardProps = {
  /** Undefined where the server has told of it no more, as after a log-out: then there is nothing to correct it in. */
  handover: HandoverView | undefined
  problem: KeptStep
}

/** Why the server refused what was done here, and what a person can do about it. Nothing is dropped without them. */
export function ProblemCard({ handover, problem }: ProblemCardProps) {
  const t = useTranslations('handover.problem')
  const { state, store } = usePhone()
  const { code = '', message = '', details = {} } = problem.problem ?? {}
  const { work } = problem
  const isConflict = CONFLICTS.includes(code)
  const unsent = state.steps.filter((step) => step.key === problem.key && isUnsent(step)).length
  const wide = 'min-h-14 w-full'
  const text = t.has(`codes.${code}`) ? t(`codes.${code}`, plain(details)) : message || t('unknown')

  function correct(at: string) {
    void store.act((phone) => reopen(phone, problem)).then(() => go(`${at}?step=readings`))
  }

  return (
    <Alert tone="danger" role="alert" title={t('title')} className="w-full text-left">
      <p className="text-base">{text}</p>
      <div className="mt-2 grid gap-2">
        {handover && isCompletion(work) && !isConflict && (
          <Button variant="primary" size="xl" className={wide} onClick={() => correct(addressOf(handover))}>
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
        {SINGLE.some((kind) => kind === work.kind) && !isConflict && (
          <Button
            size="xl"
            className={wide}
            onClick={() => void store.act((phone) => leaveOutStep(phone, problem))}
          >
            {t('leaveOutStep')}
          </Button>
        )}
        {handover && code === 'vehicle_changed' && work.kind === 'begin' && (
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
          consequences={[t('asideText', { count: unsent }), t('asideKept')]}
          confirmLabel={t('aside')}
          onConfirm={() => store.act((phone) => putAside(phone, problem.key))}
        />
      </div>
    </Alert>
  )
}

/** What of the details can stand in a sentence. */
function plain(details: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value ?? '')]))
}
