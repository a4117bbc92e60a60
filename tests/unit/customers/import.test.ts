import { expect, test } from 'vitest'
import { readCustomers } from '@/lib/customers/import/read-customers'

const read = (text: string) => {
  const reading = readCustomers(text)
  if ('fileFault' in reading) throw new Error(reading.fileFault.code)
  return reading
}

test('a list as people write it is read by the rules of the form', () => {
  const { customers, faults, ignored } = read(
    'Vorname;Nachname;Firma;Telefon;E-Mail;PLZ;Ort;Sprache;Geburtsdatum;Stichwörter;Kundennr\n' +
      'Anna;Muster;;079 123 45 67;anna@x.ch;8001;Zürich;Deutsch;1.5.1990;VIP, Velo;17\n' +
      ';;Muster AG;+41 44 123 45 67;;;;D;;;18\n',
  )
  expect(faults).toEqual([])
  expect(ignored).toEqual(['Kundennr'])
  expect(customers.map(({ customer }) => customer)).toMatchObject([
    {
      kind: 'person',
      lastName: 'Muster',
      phone: '+41791234567',
      birthDate: '1990-05-01',
      language: 'de',
      tags: ['VIP', 'Velo'],
    },
    { kind: 'firm', firmName: 'Muster AG', phone: '+41441234567' },
  ])
})

test('every fault is named at its row and column', () => {
  const { faults, customers } = read(
    'Name,Telefon,Email,PLZ,Geburtsdatum,UID,Vorname\n' +
      'Gut,,,,,,\n' +
      ',079,kein,0999,31.2.1990,CHE-100.155.213,=1+1\n',
  )
  expect(faults.map(({ row, column, code }) => [row, column, code]).toSorted()).toEqual(
    [
      [3, 'birth_date', 'format_date'],
      [3, 'email', 'format_email'],
      [3, 'first_name', 'formula'],
      [3, 'phone', 'phone'],
      [3, 'uid_number', 'uid'],
    ].toSorted(),
  )
  expect(customers).toHaveLength(1)
})

test('a row whose cells have slipped is refused, not read one cell further on', () => {
  const { faults, customers } = read('Name,Notiz,PLZ\nMuster,Hund, gross,8001\nFrei,,8002,,\n')
  expect(faults).toEqual([{ row: 2, column: null, code: 'row_too_long', values: { found: 4, expected: 3 } }])
  expect(customers).toHaveLength(1)
})

test.each([
  ['Vorname\nAnna\n', 'name_missing'],
  ['Name,Nachname\nA,B\n', 'column_twice'],
  ['Name\n', 'file_empty'],
])('what is no list of customers is said to be none: %j', (text, code) => {
  expect(readCustomers(text)).toMatchObject({ fileFault: { code } })
})

test('nobody was born in 1850: the preview says so before the database would', () => {
  const { faults } = read('Vorname;Nachname;Geburtsdatum\nMax;Muster;1850-01-01\n')
  expect(faults).toEqual([{ row: 2, column: 'birth_date', code: 'format_date', values: {} }])
})
