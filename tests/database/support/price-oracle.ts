const DAY = 86_400_000

/** A price list as a company sets it; amounts in rappen, VAT included. */
export interface Tariff {
  rate: Bands
  seasons: Season[]
  weekdays: { weekdays: number[]; percent: number; ofCategory: boolean }[]
  discounts: { fromDays: number; percent: number; ofCategory: boolean }[]
  youngDriver: { belowAge: number; perDay: number; cap: number | null } | null
  /** Out of hours, at pickup and at return. */
  outOfHours: number
  rounding: number
  depositPercent: number
  depositMinimum: number
}

export interface Bands {
  hourly: number | null
  daily: number
  weekly: number | null
  monthly: number | null
}

/** From day to day, both included; by percent or with prices of its own. */
export interface Season {
  from: string
  to: string
  ofCategory: boolean
  percent: number | null
  prices: Bands | null
}

/** Who wants what, and when. */
export interface Wish {
  startsAt: number
  endsAt: number
  extras: { unit: number; quantity: number; perDay: boolean; cap: number | null }[]
  driverAge: number | null
  promo: { percent: number | null; amount: number | null } | null
}

export interface OraclePrice {
  days: number
  total: number
  vat: number
  deposit: number
}

/**
 * The price of a rental, worked out in another way than the database does it: the cover from the last day backwards by recursion on
 * calendar dates, days by walking the calendar, shares in whole numbers. Both must agree on every input.
 */
export function priceByOracle(wish: Wish, tariff: Tariff, timeZone: string, vatBp: number): OraclePrice {
  const days = startedDays(wish, timeZone)
  const rental = rentalCost(wish, days, tariff, timeZone)
  const category = tariff.discounts.filter(({ ofCategory, fromDays }) => ofCategory && fromDays <= days)
  const general = tariff.discounts.filter(({ ofCategory, fromDays }) => !ofCategory && fromDays <= days)
  const step = (category.length > 0 ? category : general).sort((a, b) => b.fromDays - a.fromDays)[0]
  const reduced = rental - roundedShare(rental, step?.percent ?? 0, 100)
  const beforePromo = reduced + feesOf(wish, days, tariff, timeZone) + extrasOf(wish, days)
  const off = wish.promo
    ? Math.min(reduced, wish.promo.amount ?? roundedShare(reduced, wish.promo.percent ?? 0, 100))
    : 0
  const total = Math.floor((beforePromo - off + tariff.rounding / 2) / tariff.rounding) * tariff.rounding
  const deposit = roundedShare(total, tariff.depositPercent, 100)
  return {
    days,
    total,
    vat: roundedShare(total, vatBp, 10_000 + vatBp),
    deposit: tariff.depositPercent === 0 ? 0 : Math.min(total, Math.max(deposit, tariff.depositMinimum)),
  }
}

function extrasOf({ extras }: Wish, days: number): number {
  return extras.reduce(
    (sum, { unit, quantity, perDay, cap }) =>
      sum + quantity * Math.min(cap ?? Number.POSITIVE_INFINITY, unit * (perDay ? days : 1)),
    0,
  )
}

/** The young driver, and pickup and return outside Monday to Saturday 08:00–18:00. */
function feesOf({ startsAt, endsAt, driverAge }: Wish, days: number, tariff: Tariff, timeZone: string) {
  const { youngDriver, outOfHours } = tariff
  const young = youngDriver !== null && driverAge !== null && driverAge < youngDriver.belowAge
  const closed = [startsAt, endsAt].filter((instant) => {
    const wall = new Date(instant + offsetAt(instant, timeZone))
    const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes()
    return wall.getUTCDay() === 0 || minute < 8 * 60 || minute > 18 * 60
  })
  return (
    closed.length * outOfHours +
    (young ? Math.min(youngDriver.perDay * days, youngDriver.cap ?? Number.POSITIVE_INFINITY) : 0)
  )
}

function rentalCost({ startsAt, endsAt }: Wish, days: number, tariff: Tariff, timeZone: string): number {
  const wall = startsAt + offsetAt(startsAt, timeZone)
  const lastBegins = days === 1 ? startsAt : instantOf(wall + (days - 1) * DAY, timeZone)
  const hours = Math.ceil((endsAt - lastBegins) / 3_600_000)
  const dates = Array.from({ length: days + 30 }, (_, day) => new Date(wall + day * DAY))
  const bands = dates.map((date) => bandsOn(date.toISOString().slice(0, 10), tariff))
  const percents = dates.map((date) => {
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay()
    const sum = tariff.weekdays
      .filter(({ weekdays }) => weekdays.includes(weekday))
      .reduce((total, { percent }) => total + percent, 100)
    return Math.max(0, sum)
  })
  const mean = (first: number, length: number, band: 'weekly' | 'monthly') => {
    const prices = bands.slice(first, first + length).map((one) => one[band])
    if (prices.includes(null)) return Number.POSITIVE_INFINITY
    return roundedShare(
      (prices as number[]).reduce((a, b) => a + b, 0),
      1,
      length,
    )
  }
  const costFrom: number[] = Array.from({ length: days + 31 }, () => 0)
  for (let day = days - 1; day >= 0; day--) {
    const { hourly, daily } = bands[day] as Bands
    const percent = percents[day] as number
    const options = [
      roundedShare(daily, percent, 100) + (costFrom[day + 1] as number),
      mean(day, 7, 'weekly') + (costFrom[day + 7] as number),
      mean(day, 30, 'monthly') + (costFrom[day + 30] as number),
    ]
    if (day === days - 1 && hourly !== null) options.push(roundedShare(hourly * hours, percent, 100))
    costFrom[day] = Math.min(...options)
  }
  return costFrom[0] as number
}

/** What the bands cost on a date: a season of the category first, then one of all, else the rate. */
function bandsOn(date: string, { rate, seasons }: Tariff): Bands {
  const now = seasons.filter(({ from, to }) => from <= date && date <= to)
  const season = now.find(({ ofCategory }) => ofCategory) ?? now[0]
  if (!season) return rate
  if (season.prices) return season.prices
  const share = (amount: number | null) =>
    amount === null ? null : roundedShare(amount, 100 + (season.percent ?? 0), 100)
  return {
    hourly: share(rate.hourly),
    daily: share(rate.daily) as number,
    weekly: share(rate.weekly),
    monthly: share(rate.monthly),
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
