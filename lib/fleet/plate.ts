/** The 26 cantons and Liechtenstein, as plates carry them. */
export const PLATE_CANTONS = [
  'AG',
  'AI',
  'AR',
  'BE',
  'BL',
  'BS',
  'FL',
  'FR',
  'GE',
  'GL',
  'GR',
  'JU',
  'LU',
  'NE',
  'NW',
  'OW',
  'SG',
  'SH',
  'SO',
  'SZ',
  'TG',
  'TI',
  'UR',
  'VD',
  'VS',
  'ZG',
  'ZH',
] as const

/** A plate in the one form we keep (`ZH 431 254`), or why it is none. */
export type PlateReading = { plate: string } | { fault: 'plate_format' | 'plate_canton' }

/** Reads a plate however it is typed: `zh431254`, `ZH-431 254`, `ZH·431’254`. */
export function readPlate(text: string): PlateReading {
  const match = /^([A-Z]{2})(\d{1,6})$/.exec(text.toUpperCase().replace(/[\s\u00A0.·•'’-]/g, ''))
  if (!match) return { fault: 'plate_format' }
  const [, canton = '', digits = ''] = match
  if (!PLATE_CANTONS.some((known) => known === canton)) return { fault: 'plate_canton' }
  return { plate: `${canton} ${digits.replace(/\B(?=(\d{3})+$)/g, ' ')}` }
}

/** The canton that issued a plate, as it is kept: `ZH`. */
export function cantonOf(plate: string): string {
  return plate.slice(0, 2)
}
