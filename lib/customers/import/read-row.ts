import { fieldProblems } from '@/lib/core/validation'
import { CUSTOMER_COLUMNS, type CustomerColumn } from '@/lib/customers/import/columns'
import { NewCustomer } from '@/lib/customers/schema'

/** What is wrong with a cell: a key under `errors.validation` and the values its sentence needs. */
export type RowFault = {
  row: number
  column: CustomerColumn | null
  code: string
  values: Record<string, string | number>
}

const KINDS: Record<string, string> = {
  ...{ firma: 'firm', firm: 'firm', company: 'firm', unternehmen: 'firm', f: 'firm' },
  ...{ person: 'person', privat: 'person', private: 'person', p: 'person' },
}
const LANGUAGE_WORDS: Record<string, string> = {
  ...{ deutsch: 'de', german: 'de', d: 'de', franzosisch: 'fr', french: 'fr', f: 'fr', francais: 'fr' },
  ...{ italienisch: 'it', italian: 'it', i: 'it', italiano: 'it', englisch: 'en', english: 'en', e: 'en' },
}
const COUNTRY_WORDS: Record<string, string> = {
  ...{
    schweiz: 'CH',
    switzerland: 'CH',
    suisse: 'CH',
    svizzera: 'CH',
    liechtenstein: 'LI',
    deutschland: 'DE',
  },
  ...{
    germany: 'DE',
    osterreich: 'AT',
    austria: 'AT',
    frankreich: 'FR',
    france: 'FR',
    italien: 'IT',
    italy: 'IT',
  },
}

/** `21.11.1990` as `1990-11-21`; what is no such day is left for the check to refuse. */
function dayOf(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}

function wordOf(words: Record<string, string>, text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return words[plain] ?? text
}

const READERS: Partial<Record<CustomerColumn, (text: string) => string>> = {
  kind: (text) => wordOf(KINDS, text),
  language: (text) => wordOf(LANGUAGE_WORDS, text).toLowerCase(),
  country: (text) => wordOf(COUNTRY_WORDS, text).toUpperCase(),
  nationality: (text) => wordOf(COUNTRY_WORDS, text).toUpperCase(),
  canton: (text) => text.toUpperCase(),
  birth_date: dayOf,
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Reads one row by the rules of the form; `customer` is there when nothing is wrong with it. */
export function readRow(
  row: number,
  cells: Partial<Record<CustomerColumn, string>>,
): { customer: NewCustomer | null; faults: RowFault[] } {
  const faults: RowFault[] = []
  const given: Record<string, unknown> = {}
  for (const column of CUSTOMER_COLUMNS) {
    const cell = cells[column]?.trim() ?? ''
    if (cell === '') continue
    // Text that a spreadsheet would run as a formula would run again in the next export.
    if (/^[=@]/.test(cell) || (/^[+-]/.test(cell) && column !== 'phone'))
      faults.push({ row, column, code: 'formula', values: {} })
    given[camel(column)] = READERS[column]?.(cell) ?? cell
  }
  // A name of a firm and none of a person is a firm, whether or not a column says so.
  given.kind ??= given.firmName ? 'firm' : 'person'
  const result = NewCustomer.safeParse(given, { reportInput: true })
  if (result.success) return { customer: faults.length === 0 ? result.data : null, faults }
  for (const { field, key, values } of fieldProblems(result.error)) {
    const column = CUSTOMER_COLUMNS.find((known) => camel(known) === field.split('.')[0]) ?? null
    faults.push({ row, column, code: key, values })
  }
  return { customer: null, faults }
}
