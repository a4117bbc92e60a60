import { expect, test } from 'vitest'
import { changesOf } from '@/lib/activity/rules'

test('what a column holds says how it reads, whatever the column is called', () => {
  const after = {
    overdue_since: '2026-11-29T21:00:00+00:00',
    service_from: '2026-09-27',
    owed_rappen: 4_739_00,
    active: false,
    plate: 'ZH 2026-11-29',
  }
  const kinds = changesOf({}, after).map(({ column, kind }) => [column, kind])
  expect(Object.fromEntries(kinds)).toEqual({
    overdue_since: 'instant',
    service_from: 'date',
    owed_rappen: 'money',
    active: 'yes_no',
    plate: 'text',
  })
})
