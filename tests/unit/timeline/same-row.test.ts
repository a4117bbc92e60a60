import { expect, test } from 'vitest'
import { type Row, rowsOf } from '@/components/timeline/rows'
import { isSameRow } from '@/components/timeline/same-row'
import { readTimeline, type TimelineAnswer } from '@/lib/timeline/answer'

const now = Date.parse('2026-11-21T13:00:00Z')
const MINUTE = 60_000

/** Two vehicles: the first is on the road and due at four, the second is booked twice, and by somebody who has no vehicle of their own yet. */
const answer: TimelineAnswer = {
  from: '2026-11-21T00:00:00.000000Z',
  version: '1',
  categories: [['k', { de: 'Kombi' }]],
  locations: [['l', 'Zürich']],
  vehicles: [
    ['v', 'ZH 1', 'Škoda Octavia', 'k', 'l', []],
    ['w', 'ZH 2', 'VW Golf', 'k', 'l', []],
  ],
  customers: ['Anna Muster', 'Beat Keller'],
  s: [[60], [2_000, 4_000, 6_000]],
  d: [[900], [1_440, 1_440, 1_440]],
  k: ['a', 'ccC'],
  n: [['2026-00041'], ['2026-00042', '2026-00043', '2026-00044']],
  c: [[1], [2, 1, 1]],
  r: [[1], [1, 1, 1]],
}

type Seen = { answer?: Partial<TimelineAnswer>; at?: number; text?: string; moved?: [string, string] }

function rows({ answer: changed, at = now, text = '', moved }: Seen = {}): Row[] {
  const hour = { startsAt: now, endsAt: now + 60 * MINUTE }
  return rowsOf(readTimeline({ ...answer, ...changed }, 'de'), {
    group: 'category',
    text,
    equipment: null,
    now: at,
    timeZone: 'Europe/Zurich',
    moved: new Map(moved && [[moved[0], { ...hour, vehicleId: moved[1] }]]),
  })
}

/** Which of the rows look other than at first. */
function drawnAgain(seen: Seen): string[] {
  const before = new Map(rows().map((row) => [`${row.kind} ${row.id}`, row]))
  return rows(seen).flatMap((row) => {
    const name = `${row.kind} ${row.id}`
    const first = before.get(name)
    return first && isSameRow(first, row) ? [] : [name]
  })
}

test('a row that holds what it held is not drawn again, however new the answer', () => {
  expect(rows().map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'group k',
    'line open k',
    'line v',
    'line w',
  ])
  expect(drawnAgain({ answer: { version: '2' } })).toEqual([])
})

test.each([
  ['another end', { answer: { d: [[900], [1_500, 1_440, 1_440]] } }, ['line w']],
  [
    'another end of what has no vehicle yet',
    { answer: { d: [[900], [1_440, 1_440, 1_500]] } },
    ['line open k', 'line w'],
  ],
  ['another version, which a change is checked against', { answer: { r: [[2], [1, 1, 1]] } }, ['line v']],
  ['an hour in which nothing becomes late', { at: now + 60 * MINUTE }, []],
  ['hours in which a return becomes late', { at: now + 4 * 60 * MINUTE }, ['line v']],
  ['another name of the group', { answer: { categories: [['k', { de: 'Wagen' }]] } }, ['group k']],
  ['a search that finds the vehicle', { text: 'octavia' }, ['group k']],
  ['a search that finds one of two blocks', { text: 'beat' }, ['group k', 'line w']],
  ['a block that was dragged onto another line', { moved: ['2026-00042', 'v'] }, ['line v', 'line w']],
] satisfies [string, Seen, string[]][])('%s', (_, seen, expected) => {
  expect(drawnAgain(seen)).toEqual(expected)
})
