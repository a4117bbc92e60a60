/** What we know of somebody's licence. Days as `2026-11-21`; what is unknown is null or empty. */
export type Licence = {
  birthDate: string | null
  categories: readonly string[]
  /** Since when a category is held. */
  since: Record<string, string>
  /** Restrictions printed on it; 78 is automatic gearbox only. */
  codes: readonly string[]
  expiresOn: string | null
  verifiedAt: string | null
}

/** What a vehicle demands of whoever drives it. */
export type LicenceDemand = {
  minimumAge: number
  licenceCategory: string
  minimumLicenceYears: number
  transmission: string
  seats: number
  grossWeightKg: number | null
}

/** Something to say about a licence; what `stops` the database refuses as well, the rest is for a person to judge. */
export type LicenceFinding = {
  code:
    | 'expired'
    | 'too_young'
    | 'birth_date_missing'
    | 'expiry_missing'
    | 'category_missing'
    | 'held_too_short'
    | 'held_unknown'
    | 'automatic_only'
    | 'too_heavy'
    | 'too_many_seats'
    | 'unverified'
  stops: boolean
  values: Record<string, string | number>
}

/** Categories that include another: whoever drives lorries or coaches may drive cars. */
const COVERED_BY: Record<string, string[]> = {
  A1: ['A'],
  B: ['BE', 'C1', 'C1E', 'C', 'CE', 'D1', 'D1E', 'D', 'DE'],
  BE: ['C1E', 'CE', 'D1E', 'DE'],
  C1: ['C1E', 'C', 'CE'],
  C1E: ['CE'],
  C: ['CE'],
  D1: ['D1E', 'D', 'DE'],
  D1E: ['DE'],
  D: ['DE'],
}
const B_WEIGHT_KG = 3_500
/** Eight and the driver's. */
const B_SEATS = 9
const AUTOMATIC_ONLY = '78'

/** Held categories that allow what the wanted one does. */
function covering(held: readonly string[], wanted: string): string[] {
  return held.filter((category) => category === wanted || COVERED_BY[wanted]?.includes(category))
}

/** The same day so many years later; who is born on 29 February is a year older on 1 March. */
function yearsAfter(day: string, years: number): string {
  const date = new Date(
    Date.UTC(Number(day.slice(0, 4)) + years, Number(day.slice(5, 7)) - 1, Number(day.slice(8))),
  )
  return date.toISOString().slice(0, 10)
}

/** Everything that speaks against somebody driving a vehicle from one day to another. */
export function licenceFindings(
  licence: Licence,
  demand: LicenceDemand,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): LicenceFinding[] {
  const findings: LicenceFinding[] = []
  const add = (code: LicenceFinding['code'], values: LicenceFinding['values'] = {}, stops = false) =>
    findings.push({ code, stops, values })

  if (licence.expiresOn === null) add('expiry_missing')
  else if (licence.expiresOn < endsOn) add('expired', { date: licence.expiresOn }, true)
  if (licence.birthDate === null) add('birth_date_missing', { age: demand.minimumAge })
  else if (yearsAfter(licence.birthDate, demand.minimumAge) > startsOn)
    add('too_young', { age: demand.minimumAge }, true)

  const { licenceCategory: wanted, minimumLicenceYears: years } = demand
  const held = covering(licence.categories, wanted)
  if (licence.categories.length > 0 && held.length === 0) add('category_missing', { category: wanted })
  if (held.length > 0 && wanted === 'B') addLimitsOfB(licence, demand, add)
  if (years > 0 && held.length > 0) {
    const since = held.flatMap((category) => licence.since[category] ?? []).toSorted()[0]
    if (!since) add('held_unknown', { category: wanted, years })
    else if (yearsAfter(since, years) > startsOn) add('held_too_short', { category: wanted, years })
  }
  const isAutomaticOnly = licence.codes.some((code) => code.split('.')[0] === AUTOMATIC_ONLY)
  if (isAutomaticOnly && demand.transmission === 'manual') add('automatic_only', {}, true)
  if (licence.verifiedAt === null) add('unverified')
  return findings.toSorted((a, b) => Number(b.stops) - Number(a.stops))
}

function addLimitsOfB(
  { categories }: Licence,
  { grossWeightKg, seats }: LicenceDemand,
  add: (code: LicenceFinding['code'], values: LicenceFinding['values']) => void,
): void {
  if (grossWeightKg !== null && grossWeightKg > B_WEIGHT_KG && covering(categories, 'C1').length === 0)
    add('too_heavy', { weight: grossWeightKg })
  if (seats > B_SEATS && covering(categories, 'D1').length === 0) add('too_many_seats', { seats })
}

/** A driver as their record has them. */
type DriverLicence = {
  birthDate: string | null
  licenceCategories: readonly string[]
  licenceSince: Record<string, string>
  licenceCodes: readonly string[]
  licenceExpiresOn: string | null
  verifiedAt: string | null
}

/** Everything that speaks against a recorded driver; nothing where nobody is chosen or nothing is demanded. */
export function driverFindings(
  driver: DriverLicence | undefined,
  demand: LicenceDemand | null,
  days: { startsOn: string; endsOn: string },
): LicenceFinding[] {
  if (!driver || !demand) return []
  return licenceFindings(
    {
      birthDate: driver.birthDate,
      categories: driver.licenceCategories,
      since: driver.licenceSince,
      codes: driver.licenceCodes,
      expiresOn: driver.licenceExpiresOn,
      verifiedAt: driver.verifiedAt,
    },
    demand,
    days,
  )
}
