import { expect, test } from 'vitest'
import { byField } from '@/components/dashboard/by-field'

const refused = (fields: Record<string, string>) =>
  byField({ ok: false, error: { code: 'invalid_input', message: '', requestId: 'r', fields } })

test('what is wrong with some of the words in a field stands at the field, the first of it', () => {
  expect(refused({ 'tags.2': 'zu lang', 'tags.4': 'auch zu lang', 'custom.card': 'fehlt' })).toMatchObject({
    error: { fields: { tags: 'zu lang', 'custom.card': 'fehlt' } },
  })
})

test('what went well is left as it is', () => {
  const done = { ok: true, data: 1 } as const
  expect(byField(done)).toBe(done)
})
