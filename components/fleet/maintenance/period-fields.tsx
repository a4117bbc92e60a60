'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { checkPeriodAction } from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { FormField } from '@/components/dashboard/form-field'
import { useAnswer } from '@/components/dashboard/use-answer'
import { WayNotice } from '@/components/fleet/maintenance/way-notice'
import { DateTimeInput } from '@/components/ui/date-time-input'
import type { Way } from '@/lib/fleet/maintenance/schema'

type PeriodFieldsProps = {
  vehicleId: string
  /** The work that has a period already and gets another one. */
  id?: string
  startsAt?: string
  endsAt?: string
  /** Under way: it has begun, only its end is open. */
  hasBegun?: boolean
  optional?: boolean
  timeZone: string
}

/** From and to; as soon as both are there, what would be in the way is shown beneath, before anything is planned. */
export function PeriodFields({
  vehicleId,
  id,
  startsAt,
  endsAt,
  hasBegun,
  optional,
  timeZone,
}: PeriodFieldsProps) {
  const t = useTranslations('fleet.maintenance.form')
  const [period, setPeriod] = useState({ startsAt: startsAt ?? '', endsAt: endsAt ?? '' })
  const [found, setFound] = useState<Way | null>(null)
  const answered = useAnswer()
  const latest = useRef(0)
  const fields = useRef<HTMLDivElement>(null)
  // What is sent is answered by the form: whatever stands in the way is named once.
  useEffect(() => {
    const form = fields.current?.closest('form')
    const forget = () => setFound(null)
    form?.addEventListener('submit', forget)
    return () => form?.removeEventListener('submit', forget)
  }, [])

  async function change(change: Partial<typeof period>) {
    const next = { ...period, ...change }
    setPeriod(next)
    setFound(null)
    const turn = ++latest.current
    if (!next.startsAt || !next.endsAt) return
    const answer = await answered(checkPeriodAction({ vehicleId, ...(id && { id }), ...next }))
    // An answer to an earlier period says nothing about this one; a refusal is said when the form is sent.
    if (turn === latest.current && answer.ok) setFound(answer.data)
  }

  return (
    <>
      <div ref={fields} className="grid gap-4 sm:grid-cols-2">
        {hasBegun ? (
          <input type="hidden" name="startsAt" value="" />
        ) : (
          <FormField name="startsAt" label={t('startsAt')} required={!optional} optional={optional ?? false}>
            <DateTimeInput value={period.startsAt} onValueChange={(startsAt) => change({ startsAt })} />
          </FormField>
        )}
        <FormField name="endsAt" label={t('endsAt')} required={!optional} optional={optional ?? false}>
          <DateTimeInput
            value={period.endsAt}
            min={period.startsAt}
            onValueChange={(endsAt) => change({ endsAt })}
          />
        </FormField>
      </div>
      {found && <WayNotice way={found} timeZone={timeZone} />}
    </>
  )
}
