import { ageOn } from '@/lib/customers/rules'

/** The youngest and the oldest whose age a search takes. */
const AGES = { least: 16, most: 99 }

/**
 * The query of a search at whose price somebody of that birth date rents; null when it says so already. `below` is the
 * age from which on nobody pays more for it, 0 where nobody does.
 */
export function queryForBirthDate(
  query: string,
  birthDate: string,
  { below, pickupOn }: { below: number; pickupOn: string },
): string | null {
  const age = ageOn(birthDate, pickupOn)
  if (below === 0 || age < AGES.least || age > AGES.most) return null
  const wanted = new URLSearchParams(query)
  const said = Number(wanted.get('age') ?? below)
  if (Math.min(said, below) === Math.min(age, below)) return null
  if (age < below) wanted.set('age', `${age}`)
  else wanted.delete('age')
  return wanted.toString()
}
