import { describe, expect, test } from 'vitest'
import { type Block, readTimeline, TimelineAnswer } from '@/lib/timeline/answer'
import { isWanted, movesOf, neighbour, placeBlocks, stateOf } from '@/lib/timeline/rules'
import { daysOf, rangeAround, shiftSteps, stepsIn } from '@/lib/timeline/span'

const ZONE = 'Europe/Zurich'
const now = Date.parse('2026-11-21T13:00:00Z')
const HOUR = 3_600_000

function block(startsAt: string, endsAt: string, more: Partial<Block> = {}): Block {
  return {
    key: `${startsAt} ${more.vehicleId ?? 'v'}`,
    vehicleId: 'v',
    kind: 'confirmed',
    number: 'R-2026-00042',
    customer: 'Zoë Müller',
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    version: 1,
    isOpen: false,
    ...more,
  }
}

describe('the shown months', () => {
  const { from, to } = rangeAround('2026-11-21', ZONE)
  const days = daysOf({ from, to }, new Date(now), ZONE)

  test('are three around the day, whole days of the company', () => {
    expect([days.length, days[0]?.date, days.at(-1)?.date]).toEqual([91, '2026-10-31', '2027-01-29'])
    expect(days.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(['2026-11-21'])
    expect(days.filter(({ isWeekend }) => isWeekend)).toHaveLength(26)
  })

  test('give the day on which clocks go back its 25 hours and lose none between days', () => {
    const october = daysOf(rangeAround('2026-10-25', ZONE), new Date(now), ZONE)
    const longer = october.find(({ date }) => date === '2026-10-25')
    expect((longer?.endsAt ?? 0) - (longer?.startsAt ?? 0)).toBe(25 * HOUR)
    expect(october.slice(1).every((day, nth) => day.startsAt === october[nth]?.endsAt)).toBe(true)
  })
})

describe('a step', () => {
  test('of days keeps the hour on the wall over a clock change', () => {
    const before = Date.parse('2026-10-24T08:00:00Z')
    expect(new Date(shiftSteps(before, 1, 'month', ZONE)).toISOString()).toBe('2026-10-25T09:00:00.000Z')
    expect(new Date(shiftSteps(before, -1, 'quarter', ZONE)).toISOString()).toBe('2026-10-23T08:00:00.000Z')
  })

  test('is as fine as the zoom can show', () => {
    expect(stepsIn(50 * 60_000, 'day')).toBe(3)
    expect(stepsIn(50 * 60_000, 'week')).toBe(1)
    expect(stepsIn(11 * HOUR, 'month')).toBe(0)
  })
})

describe('a block', () => {
  const rental = block('2026-11-20T08:00:00Z', '2026-11-21T17:00:00Z', { kind: 'active' })

  test('becomes due and overdue by time alone', () => {
    expect(stateOf(rental, now - 24 * HOUR, ZONE)).toBe('active')
    expect(stateOf(rental, now, ZONE)).toBe('due')
    expect(stateOf(rental, now + 5 * HOUR, ZONE)).toBe('overdue')
  })

  test('is moved while it is a promise, and only its end once it runs', () => {
    expect(movesOf(rental, true)).toEqual({ move: false, start: false, end: true })
    expect(movesOf(block('2026-11-20T08:00Z', '2026-11-21T08:00Z'), true).move).toBe(true)
    expect(movesOf(block('2026-11-20T08:00Z', '2026-11-21T08:00Z'), false).move).toBe(false)
    expect(movesOf({ ...rental, kind: 'maintenance' }, true).end).toBe(false)
  })

  test('that is late pushes the next one to a line of its own', () => {
    const late = block('2026-11-18T08:00:00Z', '2026-11-20T08:00:00Z', { kind: 'active' })
    const next = block('2026-11-21T08:00:00Z', '2026-11-23T08:00:00Z')
    expect(placeBlocks([next, late], now)).toMatchObject({ placed: [{ line: 0 }, { line: 1 }], lines: 2 })
    expect(placeBlocks([next, { ...late, kind: 'done' }], now).lines).toBe(1)
  })
})

describe('typing', () => {
  const vehicle = {
    plate: 'ZH 431 254',
    name: 'Škoda Octavia',
    blocks: [block('2026-11-20T08:00Z', '2026-11-21T08:00Z')],
  }

  test.each(['zh431', 'skoda', 'MULLER', 'zoe mul', 'r-2026-00042', ''])('"%s" finds the line', (text) => {
    expect(isWanted(vehicle, text)).toBe(true)
  })

  test('something else does not', () => {
    expect(isWanted(vehicle, 'BE 1')).toBe(false)
  })
})

describe('arrow keys', () => {
  const [a, b] = [
    block('2026-11-20T08:00Z', '2026-11-21T08:00Z'),
    block('2026-11-25T08:00Z', '2026-11-26T08:00Z'),
  ]
  const c = block('2026-11-24T08:00Z', '2026-11-26T08:00Z', { vehicleId: 'w' })
  const lines = [{ blocks: [b, a] }, { blocks: [] }, { blocks: [c] }]
  const from = { line: 0, key: a.key, at: a.startsAt }

  test('go along the line by time and stop at its end', () => {
    expect(neighbour(lines, from, 'ArrowRight')).toEqual({ line: 0, block: b })
    expect(neighbour(lines, from, 'ArrowLeft')).toBeNull()
  })

  test('go to the next line that has something, past empty ones', () => {
    expect(neighbour(lines, from, 'ArrowDown')).toEqual({ line: 2, block: c })
    expect(neighbour(lines, { line: 2, key: c.key, at: c.startsAt }, 'ArrowUp')).toEqual({
      line: 0,
      block: b,
    })
    expect(neighbour(lines, from, 'ArrowUp')).toBeNull()
  })
})

test('the database’s columns become blocks', () => {
  const answer = TimelineAnswer.parse({
    from: '2026-11-21T00:00:00.000000Z',
    version: '7.3',
    categories: [['k', { de: 'Kombi', en: 'Estate' }]],
    locations: [['l', 'Zürich']],
    vehicles: [
      ['v', 'ZH 1', 'Škoda Octavia', 'k', 'l', ['tow_bar']],
      ['w', 'ZH 2', 'VW Golf', 'k', 'l', []],
    ],
    customers: ['Anna Muster'],
    s: [[], [60, 2_880]],
    d: [[], [120, 1_440]],
    k: ['', 'Cm'],
    n: [[], ['2026-00042', null]],
    c: [[], [1, 0]],
    r: [[], [3, 0]],
  })
  const { categories, vehicles } = readTimeline(answer, 'en')
  expect(categories).toEqual([{ id: 'k', name: 'Estate' }])
  expect(vehicles[0]?.blocks).toEqual([])
  expect(vehicles.map(({ equipment }) => equipment)).toEqual([['tow_bar'], []])
  expect(vehicles[1]?.blocks).toMatchObject([
    {
      key: '2026-00042',
      kind: 'confirmed',
      number: 'R-2026-00042',
      customer: 'Anna Muster',
      startsAt: Date.parse('2026-11-21T01:00Z'),
      endsAt: Date.parse('2026-11-21T03:00Z'),
      version: 3,
      isOpen: true,
    },
    { kind: 'maintenance', number: null, customer: null },
  ])
})
