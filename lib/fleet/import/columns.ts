/** The columns of a fleet list in the order of its preview, and the headers people give them. */
const HEADERS = {
  plate: [
    'kennzeichen',
    'kontrollschild',
    'nummernschild',
    'schild',
    'plate',
    'license plate',
    'licence plate',
  ],
  vin: ['fahrgestellnummer', 'fahrgestell-nr', 'fahrgestellnr', 'fin', 'vin', 'chassis number'],
  category: ['kategorie', 'klasse', 'fahrzeugklasse', 'category', 'class'],
  make: ['marke', 'hersteller', 'make', 'brand', 'manufacturer'],
  model: ['modell', 'typ', 'model'],
  model_year: ['jahrgang', 'baujahr', 'jahr', 'year', 'model year'],
  color: ['farbe', 'color', 'colour'],
  fuel: ['treibstoff', 'kraftstoff', 'antrieb', 'fuel', 'fuel type'],
  transmission: ['getriebe', 'transmission', 'gearbox'],
  seats: ['sitze', 'sitzplatze', 'platze', 'anzahl sitze', 'seats'],
  odometer_km: ['kilometerstand', 'km-stand', 'kilometer', 'km', 'odometer', 'mileage', 'odometer km'],
  fuel_percent: [
    'tank %',
    'tank',
    'tankstand',
    'tankfullung',
    'ladestand',
    'fuel %',
    'fuel level',
    'charge %',
  ],
  tank_litres: [
    'tankinhalt l',
    'tankinhalt',
    'tankvolumen',
    'tankgrosse',
    'batterie kwh',
    'tank litres',
    'tank size',
    'tank capacity',
    'battery kwh',
  ],
  location: ['standort', 'filiale', 'station', 'location', 'branch'],
  inspection_due_on: ['nachste mfk', 'mfk', 'mfk fallig', 'next inspection', 'inspection', 'inspection due'],
  daily_rappen: ['tagespreis', 'tag', 'preis pro tag', 'daily', 'daily rate'],
  weekly_rappen: ['wochenpreis', 'woche', 'weekly', 'weekly rate'],
  monthly_rappen: ['monatspreis', 'monat', 'monthly', 'monthly rate'],
  included_km_per_day: [
    'inkl. km/tag',
    'inkl. km',
    'freikilometer',
    'km pro tag',
    'included km/day',
    'included km',
  ],
  extra_km_rappen: ['mehr-km', 'mehrkilometer', 'extra km'],
  security_deposit_rappen: ['kaution', 'deposit', 'security deposit'],
  minimum_age: ['mindestalter', 'minimum age', 'min age'],
  equipment: ['ausrustung', 'ausstattung', 'zubehor', 'equipment', 'features', 'equipement', 'dotazione'],
} as const

export type FleetColumn = keyof typeof HEADERS

export const FLEET_COLUMNS = Object.keys(HEADERS) as FleetColumn[]

/** Columns without which no vehicle can be made. */
export const REQUIRED_COLUMNS: FleetColumn[] = [
  'plate',
  'vin',
  'category',
  'make',
  'model',
  'model_year',
  'fuel',
  'transmission',
  'seats',
  'odometer_km',
  'location',
  'daily_rappen',
]

/** Letter case, accents and stray dots do not matter in a header. */
function plain(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00A0_]+/g, ' ')
    .replace(/[.:*]+$/, '')
    .trim()
}

const COLUMN_BY_HEADER = new Map<string, FleetColumn>(
  FLEET_COLUMNS.flatMap((column) => HEADERS[column].map((header) => [plain(header), column] as const)),
)

const CURRENCIES = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))

/** Which column a header names, with or without a currency at its end (`Tagespreis CHF`); null for one we do not know. */
export function columnOf(header: string): FleetColumn | null {
  const name = plain(header)
  const [, amount, unit = ''] = /^(.+) ([a-z]{3})$/.exec(name) ?? []
  return COLUMN_BY_HEADER.get(amount && CURRENCIES.has(unit) ? amount : name) ?? null
}
