import { expect, test } from 'vitest'
import { daysOf, matches, matchesVehicle, tasksOf } from '@/components/handover/list/tasks'
import type { HandoverKey } from '@/lib/handover/handover'
import type { KeptHandover } from '@/lib/handover/offline/database'
import { handoverOf } from './support/handover.ts'

const now = new Date('2026-12-01T23:30:00Z')
const zone = 'Europe/Zurich'

function kept(key: HandoverKey, dueAt: string, list: KeptHandover['list'] = 'today'): KeptHandover {
  return { handover: { ...handoverOf(key), dueAt }, savedAt: '', list }
}

test('the list begins with what is late; days are those of the company, not of Greenwich', () => {
  const handovers = [
    kept('pickup:later', '2026-12-04T09:00:00Z', 'coming'),
    kept('pickup:soon', '2026-12-02T08:00:00Z'),
    kept('return:late', '2026-11-30T09:00:00Z'),
    kept('pickup:tomorrow', '2026-12-02T23:15:00Z', 'coming'),
    kept('pickup:asked-for', '2026-12-02T07:00:00Z', null),
  ]
  const tasks = tasksOf({ handovers, steps: [] }, now)
  expect(tasks.map(({ view }) => view.key)).toEqual([
    'return:late',
    'pickup:soon',
    'pickup:tomorrow',
    'pickup:later',
  ])
  const { today, tomorrow, later } = daysOf(tasks, now, zone)
  // Half past eleven in Greenwich is past midnight in Zürich: the second of December has begun there.
  expect(today.map(({ view, isLate, isOtherDay }) => [view.key, isLate, isOtherDay])).toEqual([
    ['return:late', true, true],
    ['pickup:soon', false, false],
  ])
  expect(tomorrow.map(({ view }) => view.key)).toEqual(['pickup:tomorrow'])
  expect(later.map(({ view }) => view.key)).toEqual(['pickup:later'])
})

test.each(['muster', 'ANNA mus', '00001', 'zh431', 'ZH 431 254', '431-254', 'vw golf', 'Golf Muster'])(
  'it is found by %s',
  (wanted) => {
    expect(matches(handoverOf('pickup:1'), wanted)).toBe(true)
  },
)

test('other words find nothing, accents do not matter, and a vehicle is found by its plate', () => {
  const one = handoverOf('pickup:1')
  expect(matches(one, 'keller')).toBe(false)
  expect(matches({ ...one, customer: { ...one.customer, name: 'Zoë Müller' } }, 'zoe muller')).toBe(true)
  expect(matchesVehicle(one.vehicle, 'zh 431')).toBe(true)
  expect(matchesVehicle(one.vehicle, 'zh 999')).toBe(false)
})

test('an exchange is due at once and late after two hours; the vehicle left behind comes first', () => {
  const out = kept('exchange:out', '2026-12-01T22:00:00Z')
  const left = kept('exchange:left', '2026-12-01T22:00:00Z')
  const handovers = [out, { ...left, handover: { ...left.handover, kind: 'return' as const } }]
  const shown = (at: Date) =>
    tasksOf({ handovers, steps: [] }, at).map(({ view, isLate }) => [view.key, isLate])
  expect(shown(now)).toEqual([
    ['exchange:left', false],
    ['exchange:out', false],
  ])
  expect(shown(new Date('2026-12-02T00:00:01Z')).map(([, isLate]) => isLate)).toEqual([true, true])
})
