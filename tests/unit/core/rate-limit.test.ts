import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { processWide } from '@/lib/core/process-wide'
import { limitRate } from '@/lib/core/rate-limit'

test('the eleventh attempt is refused and told how long to wait', async () => {
  const limit = { name: randomUUID(), points: 10, seconds: 60 }
  for (let attempt = 0; attempt < 10; attempt++) await limitRate(limit, 'somebody')
  await expect(limitRate(limit, 'somebody')).rejects.toMatchObject({
    code: 'rate_limited',
    status: 429,
    details: { retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 60) },
  })
  await expect(limitRate(limit, 'somebody else')).resolves.toBeUndefined()
})

test('parallel attempts are counted one by one', async () => {
  const limit = { name: randomUUID(), points: 10, seconds: 60 }
  const attempts = await Promise.allSettled(Array.from({ length: 50 }, () => limitRate(limit, 'crowd')))
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
})

test('a limiter made where this module was loaded another time refuses alike', async () => {
  const limit = { name: randomUUID(), points: 1, seconds: 60 }
  const refusal = { msBeforeNext: 11_500 }
  processWide(`rate-limit.${limit.name}`, () => ({ consume: () => Promise.reject(refusal) }))
  await expect(limitRate(limit, 'somebody')).rejects.toMatchObject({
    code: 'rate_limited',
    details: { retryAfterSeconds: 12 },
  })
})
