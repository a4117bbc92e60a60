const DAY = 86_400_000

/** A rate as a company sets it; amounts in rappen, VAT included. */
export interface Rate {
  daily: number
  weekly: number | null
  monthly: number | null
}

/** What an extra costs, and how it is counted. */
export interface PricedExtra {
  unit: number
  quantity: number
  perDay: boolean
}

/**
 * The price of a rental, worked out in another way than the database does it: bands by dynamic programming, days by
 * walking the calendar, VAT in whole numbers. Both must agree on every input.
 */
export function priceByOracle(
  period: { startsAt: number; endsAt: number },
  rate: Rate,
  extras: PricedExtra[],
  settings: { timeZone: string; vatBp: number; depositPercent: number },
): { days: number; total: number; vat: number; deposit: number } {
  const days = startedDays(period, settings.timeZone)
  const total = extras.reduce(
    (sum, { unit, quantity, perDay }) => sum + unit * quantity * (perDay ? days : 1),
    cheapestCover(days, rate),
  )
  return {
    days,
    total,
    vat: roundedShare(total, settings.vatBp, 10_000 + settings.vatBp),
    deposit: roundedShare(total, settings.depositPercent, 100),
  }
}

/** Days begun, by the clock on the company's wall: each ends at the hour of pickup. */
export function startedDays(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  timeZone: string,
): number {
  const pickup = startsAt + offsetAt(startsAt, timeZone)
  // No need to walk from the first day: a day is 25 hours at most.
  let days = Math.max(1, Math.floor((endsAt - startsAt) / DAY) - 1)
  while (instantOf(pickup + days * DAY, timeZone) < endsAt) days++
  return days
}

function cheapestCover(days: number, { daily, weekly, monthly }: Rate): number {
  const cost = [0]
  for (let day = 1; day <= days; day++) {
    const before = (length: number) => cost[Math.max(0, day - length)] ?? 0
    const options = [before(1) + daily]
    if (weekly !== null) options.push(before(7) + weekly)
    if (monthly !== null) options.push(before(30) + monthly)
    cost[day] = Math.min(...options)
  }
  return cost[days] ?? 0
}

/** amount × numerator ÷ denominator, half of a rappen upwards; no float touches it. */
function roundedShare(amount: number, numerator: number, denominator: number): number {
  return Number((2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)))
}

/** The instant a wall clock shows this time; of the hour that comes twice the second, of the one that is left out the one after. */
function instantOf(wall: number, timeZone: string): number {
  const offsets = [offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)]
  const fitting = offsets
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === wall)
  return fitting.length > 0 ? Math.max(...fitting) : wall - Math.min(...offsets)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function offsetAt(instant: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(timeZone, clock)
  return Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000
}
