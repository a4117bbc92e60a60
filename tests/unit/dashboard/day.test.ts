import { expect, test } from 'vitest'
import { byDay } from '@/lib/dashboard/day'
import { DayAnswer } from '@/lib/dashboard/schema'

/** Sunday evening in Zurich. */
const ctx = { now: () => new Date('2026-11-29T17:00:00Z'), timeZone: 'Europe/Zurich' }
const vehicle = { id: 'v', plate: 'ZH 431 254', make: 'VW', model: 'Golf' }
const rental = { number: 'R-1', customer: 'Muster', place: 'Zürich', vehicle }

function idsByDay(rows: { id: string; at: string; is_late?: boolean; [fact: string]: unknown }[]) {
  const tasks = rows.map((row) => ({ is_late: false, ...row }))
  const day = DayAnswer.parse({ tasks, done: [], has_fleet: true, setup: null })
  const { today, tomorrow } = byDay(ctx, day.tasks)
  return { today: today.map(({ id }) => id), tomorrow: tomorrow.map(({ id }) => id) }
}

const giveBack = (id: string, at: string, is_late = false) => ({
  kind: 'return',
  id,
  at,
  is_late,
  contract_id: 'c',
  ...rental,
})

test('what has its hour after midnight stands under tomorrow, also a minute after', () => {
  expect(
    idsByDay([
      giveBack('tonight', '2026-11-29T22:59:00Z'),
      giveBack('just after midnight', '2026-11-29T23:00:00Z'),
      giveBack('in the morning', '2026-11-30T05:00:00Z'),
    ]),
  ).toEqual({ today: ['tonight'], tomorrow: ['just after midnight', 'in the morning'] })
})

test('what is late of earlier days is today’s', () => {
  expect(idsByDay([giveBack('late', '2026-11-28T09:00:00Z', true)])).toEqual({
    today: ['late'],
    tomorrow: [],
  })
})

test('what waits without an hour is today’s, although it is sorted behind the day', () => {
  const behind = '2026-11-30T05:00:00Z'
  expect(
    idsByDay([
      { kind: 'cleaning', id: 'needed some day', at: behind, vehicle, needed_at: '2026-12-04T09:00:00Z' },
      { kind: 'cleaning', id: 'needed tomorrow', at: behind, vehicle, needed_at: behind },
      { kind: 'maintenance', id: 'in the workshop', at: behind, vehicle, workshop: null, is_there: true },
      { kind: 'maintenance', id: 'to be brought', at: behind, vehicle, workshop: null, is_there: false },
      {
        kind: 'unpaid',
        id: 'unpaid',
        at: behind,
        is_late: true,
        invoice_id: 'i',
        number: 'F-1',
        customer: 'Muster',
        open_rappen: 100,
        due_on: '2026-11-01',
      },
      {
        kind: 'overpaid',
        id: 'overpaid',
        at: behind,
        invoice_id: 'i',
        number: 'F-1',
        customer: 'Muster',
        amount_rappen: 100,
      },
    ]),
  ).toEqual({
    today: ['needed some day', 'in the workshop', 'unpaid', 'overpaid'],
    tomorrow: ['needed tomorrow', 'to be brought'],
  })
})
