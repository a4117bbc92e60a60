/** The 26 cantons, as plates and letters write them. */
export const CANTONS = [
  ...['AG', 'AI', 'AR', 'BE', 'BL', 'BS', 'FR', 'GE', 'GL', 'GR', 'JU', 'LU', 'NE'],
  ...['NW', 'OW', 'SG', 'SH', 'SO', 'SZ', 'TG', 'TI', 'UR', 'VD', 'VS', 'ZG', 'ZH'],
] as const

/** Whether it is a postal code of Switzerland or Liechtenstein, where companies have their places; none is one too. */
export function isPostalCodeHere(text: string | null): boolean {
  return text === null || isPostalCode(text, 'CH') || isPostalCode(text, 'LI')
}

/**
 * Whether a postal code can exist: Swiss ones run from 1000 to 9699, those of Liechtenstein from 9485 to 9498; of other
 * countries we only know that they are short.
 */
export function isPostalCode(text: string, country: string): boolean {
  if (country !== 'CH' && country !== 'LI') return /^[\p{L}\d][\p{L}\d -]{1,15}$/u.test(text)
  if (!/^\d{4}$/.test(text)) return false
  const code = Number(text)
  const isLiechtenstein = code >= 9485 && code <= 9498
  return country === 'LI' ? isLiechtenstein : code >= 1000 && code <= 9699 && !isLiechtenstein
}
