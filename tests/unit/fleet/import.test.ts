import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '@/lib/core/csv-table'
import { EQUIPMENT } from '@/lib/core/equipment'
import { previewFleet } from '@/lib/fleet/commands/import-fleet'
import { type FleetReading, readFleet } from '@/lib/fleet/import/read-fleet'

function readExample(name: string): FleetReading {
  const reading = readFleet(decodeText(readFileSync(path.join(import.meta.dirname, name))))
  if ('fileFault' in reading) throw new Error(reading.fileFault.code)
  return reading
}

/** A list with one vehicle; each test changes a cell of it. */
function listWith(changes: Record<string, string>, delimiter = ';'): string {
  const vehicle: Record<string, string> = {
    Kennzeichen: 'ZH 431 254',
    Fahrgestellnummer: '2DEG0D9P4F43ESF4D',
    Kategorie: 'Kleinwagen',
    Marke: 'Fiat',
    Modell: '500 Hybrid',
    Jahrgang: '2023',
    Treibstoff: 'Hybrid',
    Getriebe: 'Manuell',
    Sitze: '4',
    Kilometerstand: "76'126",
    Standort: 'Zürich HB',
    Tagespreis: '69.00',
    ...changes,
  }
  return `${Object.keys(vehicle).join(delimiter)}\r\n${Object.values(vehicle).join(delimiter)}\r\n`
}

function read(text: string): FleetReading {
  const reading = readFleet(text)
  if ('fileFault' in reading) throw new Error(reading.fileFault.code)
  return reading
}

test('equipment is read in whatever language, each piece once; an empty cell and a list without the column are none', () => {
  const of = (cell: string) => read(listWith({ Ausrüstung: cell }, '\t')).vehicles[0]?.equipment
  expect(of('Dachträger; AHK / 4x4 + tow bar')).toEqual(['tow_bar', 'roof_rack', 'four_wheel_drive'])
  expect(of('Crochet d’attelage, pneus d’hiver')).toEqual(['tow_bar', 'winter_tyres'])
  expect(of('Gancio di traino')).toEqual(['tow_bar'])
  expect(of('wheelchair_ramp')).toEqual(['wheelchair_ramp'])
  expect([of(''), of('–'), read(listWith({})).vehicles[0]?.equipment]).toEqual([[], [], []])
})

test('the size of the tank is read where the list tells it; 50 litres are assumed where it does not', () => {
  const of = (fields: Record<string, string>) => read(listWith(fields)).vehicles[0]?.tank_litres
  expect([of({ 'Tankinhalt l': '38' }), of({ 'Tankinhalt l': '' }), of({})]).toEqual([38, 50, 50])
})

test.each(['de', 'en'] as const)('what an export in %s says of equipment, the import reads', (locale) => {
  const { equipment, csv } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, `../../../messages/${locale}/fleet.json`), 'utf8'),
  )
  const written = listWith({ [csv.equipment]: EQUIPMENT.map((piece) => equipment[piece]).join(', ') })
  expect(read(written).vehicles[0]?.equipment).toEqual(EQUIPMENT)
})

test('a preview names everything at once: what is wrong in a row, that it repeats another, and that the fleet has it', async () => {
  const [header, line = ''] = listWith({}).split('\r\n')
  const spelt = line.replace('ZH 431 254', 'zh·431254').replace('Hybrid;Manuell', 'Dampf;Manuell')
  const asked: unknown[] = []
  const ctx = {
    db: {
      rpc: async (_: string, { p_rows }: { p_rows: { row: number }[] }) => {
        asked.push(...p_rows)
        const known = p_rows.map(({ row }) => ({ row, column: 'plate', code: 'plate_exists' }))
        const twice = [{ row: 3, column: 'plate', code: 'plate_repeated' }]
        return { data: { imported: 0, problems: [...known, ...twice] }, error: null }
      },
    },
  } as unknown as Parameters<typeof previewFleet>[0]
  const preview = await previewFleet(ctx, {
    file: new File([`${header}\r\n${line}\r\n${spelt}\r\n`], 'x.csv'),
  })
  if ('fileFault' in preview) throw new Error(preview.fileFault.code)
  expect(asked).toEqual([2, 3].map((row) => ({ row, plate: 'ZH 431 254', vin: '2DEG0D9P4F43ESF4D' })))
  const faults = preview.faults.map(({ row, column, code }) => `${row} ${column} ${code}`)
  const ofBoth = [2, 3].flatMap((row) => [
    `${row} plate plate_exists`,
    `${row} plate plate_repeated`,
    `${row} vin vin_repeated`,
  ])
  expect(faults.toSorted()).toEqual([...ofBoth, '3 fuel fuel'].toSorted())
  expect(preview.ready).toBe(0)
})

describe('the clean list of a Zurich fleet', () => {
  const reading = readExample('fleet-zurich.csv')

  test('has forty vehicles and no fault', () => {
    expect(reading.faults).toEqual([])
    expect(reading.doubts).toEqual([])
    expect(reading.vehicles).toHaveLength(40)
  })

  test('is read with Swiss thousands, dates and amounts', () => {
    expect(reading.vehicles[0]).toEqual({
      row: 2,
      plate: 'ZH 431 254',
      vin: '2DEG0D9P4F43ESF4D',
      category: 'Kleinwagen',
      make: 'Fiat',
      model: '500 Hybrid',
      model_year: 2023,
      color: 'Grün',
      fuel: 'hybrid',
      transmission: 'manual',
      seats: 4,
      odometer_km: 76_126,
      fuel_percent: 100,
      tank_litres: 50,
      location: 'Zürich HB',
      inspection_due_on: '2028-10-19',
      daily_rappen: 6_900,
      weekly_rappen: 39_000,
      monthly_rappen: 119_000,
      included_km_per_day: 150,
      extra_km_rappen: 35,
      security_deposit_rappen: 50_000,
      equipment: [],
      minimum_age: 18,
      body_type: 'compact',
    })
  })
})

describe('the list with faults', () => {
  const reading = readExample('fleet-dirty.csv')

  test('shows each of its eleven faults at its row and column', () => {
    expect(reading.faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 plate plate_repeated',
      '3 plate plate_repeated',
      '4 vin vin_length',
      '5 model_year range',
      '6 odometer_km negative',
      '8 inspection_due_on date_impossible',
      '9 category missing',
      '10 daily_rappen amount',
      '11 plate plate_canton',
      '12 model formula',
      '14 null row_too_short',
    ])
  })

  test('takes a decimal comma for what it is', () => {
    expect(reading.vehicles.find(({ row }) => row === 7)?.daily_rappen).toBe(13_900)
  })
})

describe('a fleet list', () => {
  test.each([';', ',', '\t'])('may be parted by %j', (delimiter) => {
    expect(read(listWith({}, delimiter)).vehicles).toHaveLength(1)
  })

  test('may have English headers and words', () => {
    const text =
      'Plate,VIN,Category,Make,Model,Year,Fuel,Gearbox,Seats,Mileage,Branch,Daily rate\n' +
      'ZH431254,2DEG0D9P4F43ESF4D,Estate car,VW,Golf,2023,Petrol,Automatic,5,"12,345",Zurich,CHF 95.-\n'
    expect(read(text).vehicles[0]).toMatchObject({
      plate: 'ZH 431 254',
      fuel: 'petrol',
      transmission: 'automatic',
      odometer_km: 12_345,
      daily_rappen: 9_500,
      body_type: 'estate',
    })
  })

  test('may name whatever currency its prices are in', () => {
    const [vehicle] = read(listWith({}).replace('Tagespreis', 'Tagespreis EUR')).vehicles
    expect(vehicle?.daily_rappen).toBe(6_900)
  })

  test('may come from an old Excel in Windows-1252', () => {
    const bytes = Uint8Array.from(listWith({}), (character) => character.charCodeAt(0)).buffer
    expect(read(decodeText(bytes)).vehicles[0]?.location).toBe('Zürich HB')
  })

  test('reads what Excel calls Unicode text', () => {
    const bytes = Buffer.from(`\ufeff${listWith({}, '\t')}`, 'utf16le')
    expect(read(decodeText(new Uint8Array(bytes))).vehicles[0]?.location).toBe('Zürich HB')
  })

  test.each([
    ['Kennzeichen', 'XX 1234', 'plate_canton'],
    ['Kennzeichen', 'ZH', 'plate_format'],
    ['Fahrgestellnummer', '2DEG0D9P5F43ESF4D', 'vin_check_digit'],
    ['Fahrgestellnummer', 'WVWZZZ1JZXWO00001', 'vin_characters'],
    ['Treibstoff', 'Kohle', 'fuel'],
    ['Getriebe', 'Kette', 'transmission'],
    ['Ausrüstung', 'Anhängerkupplung, Raketenantrieb', 'equipment'],
    ['Sitze', '0', 'range'],
    ['Sitze', 'fünf', 'whole_number'],
    ['Tagespreis', '-69', 'negative'],
    ['Tagespreis', '1e309', 'amount'],
    ['Modell', '=1+1', 'formula'],
    ['Marke', '@SUM(A1)', 'formula'],
    ['Standort', '', 'missing'],
    ['Marke', 'x'.repeat(61), 'too_long'],
  ])('with %s "%s" has the fault %s', (header, value, code) => {
    const reading = read(listWith({ [header]: value }))
    expect(reading.faults.map((fault) => fault.code)).toEqual([code])
    expect(reading.vehicles).toEqual([])
  })

  test('with a European VIN whose ninth place is no check digit is only looked at twice', () => {
    expect(read(listWith({ Fahrgestellnummer: 'WVWZZZ1JZXW000001' })).doubts).toEqual([])
    const reading = read(listWith({ Fahrgestellnummer: 'VF1BZ0N05A6123456' }))
    expect(reading.doubts.map(({ code }) => code)).toEqual(['vin_doubt'])
    expect(reading.vehicles).toHaveLength(1)
  })

  test.each([
    ['', 'file_empty'],
    ['\uFEFF', 'file_empty'],
    ['Kennzeichen;Marke\r\n', 'file_empty'],
    ['Kennzeichen;Marke\r\nZH 1;VW\r\n', 'columns_missing'],
    ['one\ntwo', 'columns_missing'],
    [listWith({ Kontrollschild: 'ZH 1' }), 'column_twice'],
  ])('%j is refused whole', (text, code) => {
    expect(readFleet(text)).toMatchObject({ fileFault: { code } })
  })
})
