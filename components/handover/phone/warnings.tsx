'use client'

import { useTranslations } from 'next-intl'
import { usePhone } from '@/components/handover/phone/phone-context'
import { Alert } from '@/components/ui/alert'

/** Clocks this far apart make times on paper look wrong. */
const TOLERABLE_MS = 5 * 60_000
const HOUR_MS = 3_600_000

/** What somebody should know about this phone before working with it: no room, a wrong clock, somebody else's work on it. */
export function PhoneWarnings() {
  const t = useTranslations('handover.phone')
  const { state } = usePhone()
  const offset = state.clockOffsetMs ?? 0
  return (
    <>
      {state.isShort && (
        <Alert tone="danger" role="alert" title={t('full.title')}>
          {t('full.text')}
        </Alert>
      )}
      {Math.abs(offset) > TOLERABLE_MS && (
        <Alert tone="warning" title={t(offset > 0 ? 'clock.slow' : 'clock.fast', far(Math.abs(offset)))}>
          {t('clock.text')}
        </Alert>
      )}
      {state.others > 0 && <Alert tone="warning">{t('others', { count: state.others })}</Alert>}
    </>
  )
}

/** "1 h 5 min" in parts. */
function far(milliseconds: number): { hours: number; minutes: number } {
  const hours = Math.floor(milliseconds / HOUR_MS)
  return { hours, minutes: Math.round((milliseconds - hours * HOUR_MS) / 60_000) }
}
