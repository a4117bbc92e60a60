import { getCountries } from 'libphonenumber-js/min'

/** Where most customers live; they stand first. */
const NEIGHBOURS = ['CH', 'LI', 'DE', 'AT', 'FR', 'IT']

/** Countries by their name in the reader's language, Switzerland and its neighbours first. */
export function countryChoices(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const named = (code: string) => ({ code, name: names.of(code) ?? code })
  const others = getCountries()
    .filter((code) => /^[A-Z]{2}$/.test(code) && !NEIGHBOURS.includes(code))
    .map(named)
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return [...NEIGHBOURS.map(named), ...others]
}
