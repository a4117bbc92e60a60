/** Something that happens to the calendar of a few vehicles; the nth occupation is the nth that was made. */
export type Step =
  | { does: 'take'; vehicle: number; from: number; to: number; held: boolean }
  | { does: 'free' | 'lapse'; nth: number }
  | { does: 'move'; nth: number; vehicle: number; from: number; to: number }

interface Interval {
  vehicle: number
  from: number
  to: number
  active: boolean
  held: boolean
  lapsed: boolean
}

/** Intervals in a plain list, compared one with another: what the exclusion constraint must agree with. */
export class IntervalOracle {
  readonly intervals: Interval[] = []

  /** Whether the step is possible; the calendar is as it leaves it. */
  apply(step: Step): boolean {
    if (step.does === 'take') {
      const wanted = { vehicle: step.vehicle, from: step.from, to: step.to }
      const free = this.isFree(wanted)
      this.release(wanted)
      if (free) this.intervals.push({ ...wanted, active: true, held: step.held, lapsed: false })
      return free
    }
    const interval = this.intervals[step.nth]
    if (!interval?.active) return false
    if (step.does === 'free') interval.active = false
    if (step.does === 'lapse') interval.lapsed = interval.held
    if (step.does !== 'move') return true
    const wanted = { vehicle: step.vehicle, from: step.from, to: step.to }
    const free = this.isFree(wanted, interval)
    // A move that fails leaves everything as it was; one that succeeds takes the place of lapsed holds, its own not among them.
    if (free) {
      this.release(wanted, interval)
      Object.assign(interval, wanted)
    }
    return free
  }

  private isFree(wanted: Pick<Interval, 'vehicle' | 'from' | 'to'>, but?: Interval): boolean {
    return !this.intervals.some((one) => one !== but && one.active && !one.lapsed && meets(one, wanted))
  }

  private release(wanted: Pick<Interval, 'vehicle' | 'from' | 'to'>, but?: Interval): void {
    for (const one of this.intervals)
      if (one !== but && one.active && one.lapsed && meets(one, wanted)) one.active = false
  }
}

function meets(
  a: Pick<Interval, 'vehicle' | 'from' | 'to'>,
  b: Pick<Interval, 'vehicle' | 'from' | 'to'>,
): boolean {
  return a.vehicle === b.vehicle && a.from < b.to && b.from < a.to
}
