const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

const TEXTS = [
  '',
  ' ',
  'x',
  "'; drop table x; --",
  '%s\\n$1',
  'A\r\nBcc: b@c.ch',
  '\u202eabc\u0301🚐',
  '=1+1',
  '../../x',
  '0000-00-00',
  'null',
  '\u0001',
]
const NUMBERS = ['null', '-1', '0', '1', '2147483647', '-2147483648']
const INSTANTS = [
  'infinity',
  '-infinity',
  '0001-01-01 BC',
  '9999-12-31',
  '294276-12-31',
  '-4713-11-24 BC'.slice(1),
  '2026-10-25 02:30',
  '1970-01-01',
]
/** What a JSON field may hold instead of what belongs there. */
const JSON_VALUES: unknown[] = [
  null,
  '',
  'x',
  -1,
  0,
  1.5,
  1e300,
  -0,
  true,
  [],
  {},
  [null],
  { a: { b: [] } },
  '0000-00-00',
  '9999-12-31',
  'infinity',
  'NaN',
  '\u202e',
  'A\r\nB',
  '1e309',
  'x'.repeat(20_000),
]

/** SQL literals of a type that no well-meaning client would send; for JSON also every field of the sample spoilt in turn. */
export function nastyLiterals(type: string, sample: string): string[] {
  if (type === 'jsonb')
    return [...JSON_VALUES, ...spoilt(sample)].map((value) => quoted(JSON.stringify(value))).concat('null')
  if (type === 'text') return [...TEXTS.map(quoted), 'null', `repeat('x', 1000000)`]
  if (type === 'integer') return NUMBERS
  if (type === 'bigint') return [...NUMBERS, '9223372036854775807', '-9223372036854775808']
  if (type === 'numeric') return [...NUMBERS, `'NaN'`, `'Infinity'`, `'-Infinity'`, '1e300', '1e-300']
  if (type.startsWith('timestamp')) return [...INSTANTS.map(quoted), 'null']
  if (type === 'date') return [`'infinity'`, `'-infinity'`, `'0001-01-01 BC'`, `'9999-12-31'`, 'null']
  if (type === 'uuid') return ['null', `'00000000-0000-0000-0000-000000000000'`]
  if (type.endsWith('[]')) return ['null', `'{}'`, `'{NULL}'`]
  return ['null']
}

/** The sample with one field exchanged, for every field and every value. */
function spoilt(sample: string): unknown[] {
  if (sample === 'null') return []
  const value: unknown = JSON.parse(sample.slice(1, -1).replaceAll("''", "'"))
  const [first] = Array.isArray(value) ? value : [value]
  if (typeof first !== 'object' || first === null) return []
  return Object.keys(first).flatMap((field) =>
    JSON_VALUES.map((nasty) => {
      const record = { ...first, [field]: nasty }
      return Array.isArray(value) ? [record] : record
    }),
  )
}
