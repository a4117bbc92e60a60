'use client'

import type { Scale } from '@/components/timeline/geometry'
import type { useSight } from '@/components/timeline/use-sight'
import { localDateOf } from '@/lib/core/dates'
import { shiftDate } from '@/lib/timeline/span'

type StepOptions = {
  /** The day that the shown three months are about. */
  at: string
  scale: Scale
  timeZone: string
  sight: ReturnType<typeof useSight>
  load: (at: string) => Promise<unknown>
}

/** Ways to another stretch of time, which is loaded where it is not there yet. */
export function useSteps({ at, scale, timeZone, sight, load }: StepOptions) {
  async function goTo(instant: number, about: string) {
    if (instant > scale.from && instant < scale.to) return sight.scrollTo(instant, instant, 'center')
    sight.aimAt(instant)
    await load(about)
  }
  return {
    /** -1 back, 0 to today, 1 on. */
    step(direction: -1 | 0 | 1) {
      if (direction === 0) return goTo(Date.now(), localDateOf(new Date(), timeZone))
      const { from, to } = sight.seen()
      return goTo((from + to) / 2 + direction * (to - from) * 0.8, shiftDate(at, direction * 42))
    },
    jumpTo: (instant: number) => goTo(instant, localDateOf(new Date(instant), timeZone)),
  }
}
