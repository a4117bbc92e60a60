import { redirect } from 'next/navigation'
import { expect, test } from 'vitest'
import { answerOf } from '@/components/dashboard/answer-of'

test('an answer that does not come is a refusal, so that a form stays as it was filled in', async () => {
  const lost = Promise.reject(new TypeError('Failed to fetch'))
  expect(await answerOf(lost, 'Der Dienst ist nicht erreichbar.')).toEqual({
    ok: false,
    error: { code: 'unavailable', message: 'Der Dienst ist nicht erreichbar.', requestId: '' },
  })
})

test('what is answered is handed on, and a redirect goes where it leads', async () => {
  expect(await answerOf(Promise.resolve({ ok: true, data: 7 }), '')).toEqual({ ok: true, data: 7 })
  const leaving = (async () => redirect('/dashboard'))()
  await expect(answerOf(leaving, '')).rejects.toThrow('NEXT_REDIRECT')
})
