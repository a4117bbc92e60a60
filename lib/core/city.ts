/** The sentences of `core.cities`. */
type Cities = { (city: string): string; has: (city: string) => boolean }

/** The city a time zone is named after, as readers call it: of "Europe/Zurich" people know Zürich, or Zurigo. */
export function cityOf(timeZone: string, cities: Cities): string {
  const city = timeZone.replace(/^.*\//, '')
  return cities.has(city) ? cities(city) : city.replaceAll('_', ' ')
}
