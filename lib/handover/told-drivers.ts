import type { Answers, Checkin } from '@/lib/checkin/schema'
import type { KnownDriver, PreparedHandover } from '@/lib/handover/handover'
import { LICENCE_CATEGORIES } from '@/lib/handover/schema'

/** Somebody of whom nothing is known. */
export const NOBODY: KnownDriver = {
  id: '',
  firstName: '',
  lastName: '',
  birthDate: '',
  licenceNumber: '',
  licenceCategories: [],
  licenceCodes: '',
  licenceSince: {},
  licenceExpiresOn: '',
}

/**
 * Who drives, with what the customer told at their check-in: of the driver what no record knows, and the second person they named, as recorded
 * where somebody may drive by that name. Answers count once the check-in is done; the keys are those of the form companies begin with.
 */
export function withToldDrivers(
  { driver, drivers }: Pick<PreparedHandover, 'driver' | 'drivers'>,
  checkin: Checkin | null,
): Pick<PreparedHandover, 'driver' | 'announced'> {
  const answers = checkin?.submittedAt ? checkin.answers : {}
  const told = filled(driver, { licenceCategories: categories(answers.licence_categories) })
  if (answers.second_driver !== 'yes') return { driver: told, announced: null }
  const second = {
    ...NOBODY,
    firstName: text(answers.second_driver_first_name),
    lastName: text(answers.second_driver_last_name),
    birthDate: text(answers.second_driver_birth_date),
    licenceCategories: categories(answers.second_driver_licence_categories),
  }
  const recorded = drivers.find((one) => nameOf(one) === nameOf(second))
  return { driver: told, announced: filled(recorded ?? second, second) }
}

/** Whom the customer announced and nobody has named yet, neither as the one who signs nor beside them. */
export function awaitedDriver(
  { announced, furtherDrivers }: Pick<PreparedHandover, 'announced' | 'furtherDrivers'>,
  signer: KnownDriver,
): KnownDriver | null {
  if (!announced) return null
  const named = [nameOf(signer), ...furtherDrivers.map(({ name }) => simple(name))]
  return named.includes(nameOf(announced)) ? null : announced
}

/** Who else may drive for the customer, by their records, and is not named yet. */
export function othersKnown(
  { drivers, furtherDrivers }: Pick<PreparedHandover, 'drivers' | 'furtherDrivers'>,
  signer: KnownDriver,
): KnownDriver[] {
  const named = [signer.id, ...furtherDrivers.map(({ id }) => id)]
  return drivers.filter(({ id }) => id !== '' && !named.includes(id))
}

/** A name by which two people are the same, however it is written. */
function nameOf({ firstName, lastName }: KnownDriver): string {
  return simple(`${firstName} ${lastName}`)
}

function simple(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('de-CH')
}

/** A driver with what is empty of them taken from what was told. */
function filled(driver: KnownDriver, told: Partial<KnownDriver>): KnownDriver {
  const { birthDate, licenceCategories } = driver
  return {
    ...driver,
    birthDate: birthDate || (told.birthDate ?? ''),
    licenceCategories: licenceCategories.length > 0 ? licenceCategories : (told.licenceCategories ?? []),
  }
}

function text(answer: Answers[string] | undefined): string {
  return typeof answer === 'string' ? answer.trim() : ''
}

/** The options are the categories in small letters. */
function categories(answer: Answers[string] | undefined): string[] {
  const chosen = Array.isArray(answer) ? answer : []
  return LICENCE_CATEGORIES.filter((category) => chosen.includes(category.toLowerCase()))
}
