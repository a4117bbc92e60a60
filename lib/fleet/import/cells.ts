import { EQUIPMENT, type Equipment } from '@/lib/core/equipment'
import { parseRappen } from '@/lib/core/money'
import { readPlate } from '@/lib/fleet/plate'
import type { FUELS, TRANSMISSIONS } from '@/lib/fleet/schema'
import { readVin } from '@/lib/fleet/vin'

/** What is wrong with a cell: a key under `fleet.import.faults` and the values its sentence needs. */
export type CellFault = { code: string; values?: Record<string, string | number> }

/** A cell's value, with a doubt that does not stop the import; or its fault. */
export type Cell<T> = { value: T; doubt?: CellFault } | { fault: CellFault }

type Reader<T> = (text: string) => Cell<T>

function wrong(code: string, values?: CellFault['values']): { fault: CellFault } {
  return { fault: values ? { code, values } : { code } }
}

/** Text that a spreadsheet would run as a formula is refused: it would run again in the next export. */
export function text(most: number): Reader<string> {
  return (cell) => {
    if (/^[=+\-@\t\r]/.test(cell)) return wrong('formula', { sign: cell.charAt(0) })
    if (cell.length > most) return wrong('too_long', { limit: most })
    if (cell.includes('\0') || !cell.isWellFormed()) return wrong('characters')
    return { value: cell }
  }
}

/** A whole number; thousands may be parted by an apostrophe, a space or a dot, and `km` or `%` may follow. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (cell) => {
    const bare = cell.replace(/[\s\u00A0\u202F'’`´]/g, '').replace(/(km|%)$/i, '')
    const digits = /^-?\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare
    if (!/^-?\d+$/.test(digits)) return wrong('whole_number')
    const value = Number(digits)
    if (value < 0 && least >= 0) return wrong('negative')
    return value >= least && value <= most ? { value } : wrong('range', { least, most })
  }
}

/** An amount in francs, in rappen. */
export function amount(most: number): Reader<number> {
  return (cell) => {
    const value = parseRappen(cell)
    if (value === null) return wrong('amount')
    if (value < 0) return wrong('negative')
    return value <= most ? { value } : wrong('amount_too_high', { limit: most / 100 })
  }
}

/** A day as `19.10.2028`, `19.10.28`, `19/10/2028` or `2028-10-19`; it must exist. */
export const day: Reader<string> = (cell) => {
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/.exec(cell)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  const [year, month, date] = written ? [written[3], written[2], written[1]] : iso ? iso.slice(1) : []
  if (!year || !month || !date) return wrong('date')
  const full = Number(year.length === 2 ? `20${year}` : year)
  const instant = new Date(Date.UTC(full, Number(month) - 1, Number(date)))
  const exists = instant.getUTCMonth() === Number(month) - 1 && instant.getUTCDate() === Number(date)
  if (!exists || full < 1990 || full > 2100) return wrong('date_impossible', { date: cell })
  return { value: instant.toISOString().slice(0, 10) }
}

function oneOf<T extends string>(words: Record<string, T>, code: string): Reader<T> {
  return (cell) => {
    const value = words[cell.toLowerCase().replace(/[\s-]/g, '')]
    return value ? { value } : wrong(code, { found: cell.slice(0, 40) })
  }
}

export const fuel = oneOf<(typeof FUELS)[number]>(
  {
    ...{ benzin: 'petrol', petrol: 'petrol', gasoline: 'petrol', bleifrei: 'petrol', essence: 'petrol' },
    ...{ diesel: 'diesel', hybrid: 'hybrid', pluginhybrid: 'hybrid', mildhybrid: 'hybrid', phev: 'hybrid' },
    ...{
      elektro: 'electric',
      elektrisch: 'electric',
      strom: 'electric',
      electric: 'electric',
      ev: 'electric',
    },
    ...{ gas: 'gas', erdgas: 'gas', cng: 'gas', lpg: 'gas' },
  },
  'fuel',
)

export const transmission = oneOf<(typeof TRANSMISSIONS)[number]>(
  {
    ...{ manuell: 'manual', manual: 'manual', schaltgetriebe: 'manual', handschaltung: 'manual' },
    ...{
      automat: 'automatic',
      automatik: 'automatic',
      automatic: 'automatic',
      auto: 'automatic',
      dsg: 'automatic',
    },
  },
  'transmission',
)

/** How equipment is written here, besides our own words: without case, accents, spaces and signs. */
const EQUIPMENT_WORDS: Record<Equipment, string[]> = {
  tow_bar: [
    'anhangerkupplung',
    'ahk',
    'anhangervorrichtung',
    'towhitch',
    'crochetdattelage',
    'ganciotraino',
    'gancioditraino',
  ],
  roof_rack: ['dachtrager', 'barresdetoit', 'portapacchi'],
  bike_rack: ['velotrager', 'fahrradtrager', 'portevelos', 'portabici'],
  winter_tyres: ['winterreifen', 'winterpneus', 'wintertires', 'pneusdhiver', 'pneumaticiinvernali'],
  four_wheel_drive: ['allrad', '4x4', '4wd', 'awd', 'quatrerouesmotrices', 'trazioneintegrale'],
  isofix: [],
  navigation: ['navi', 'navigationssystem', 'gps', 'navigatore'],
  rear_camera: ['ruckfahrkamera', 'cameraderecul', 'telecameraposteriore'],
  cruise_control: ['tempomat', 'regulateurdevitesse', 'regolatoredivelocita'],
  heated_seats: ['sitzheizung', 'siegeschauffants', 'sediliriscaldati'],
  wheelchair_ramp: ['rollstuhlrampe', 'rampepourfauteuilroulant', 'rampapersediearotelle'],
  tail_lift: ['hebebuhne', 'ladebordwand', 'hayonelevateur', 'spondacaricatrice'],
  dog_guard: ['hundegitter', 'grillepourchien', 'grigliapercani'],
}

const bareWord = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const EQUIPMENT_BY_WORD = new Map(
  EQUIPMENT.flatMap((piece) =>
    [piece, ...EQUIPMENT_WORDS[piece]].map((word) => [bareWord(word), piece] as const),
  ),
)

/** Pieces of equipment with commas, semicolons, slashes or plus signs between them, each at most once. */
export const equipment: Reader<Equipment[]> = (cell) => {
  const found = new Set<Equipment>()
  for (const word of cell.split(/[,;/+|]/).filter((part) => part.trim() !== '')) {
    const piece = EQUIPMENT_BY_WORD.get(bareWord(word))
    if (!piece) return wrong('equipment', { found: word.trim().slice(0, 40) })
    found.add(piece)
  }
  return { value: EQUIPMENT.filter((piece) => found.has(piece)) }
}

export const plate: Reader<string> = (cell) => {
  const reading = readPlate(cell)
  if ('plate' in reading) return { value: reading.plate }
  return wrong(reading.fault, { found: cell.slice(0, 20) })
}

export const vin: Reader<string> = (cell) => {
  const reading = readVin(cell)
  if ('vin' in reading) {
    const doubt = reading.doubt && { code: 'vin_doubt', values: { expected: reading.doubt.expected } }
    return { value: reading.vin, ...(doubt && { doubt }) }
  }
  const { fault, ...values } = reading
  return wrong(fault, values)
}
