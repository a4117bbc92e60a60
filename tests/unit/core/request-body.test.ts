import { expect, test } from 'vitest'
import { readBytes } from '@/lib/core/request-body'

test('a body is read up to the limit, and what is longer is too large', async () => {
  expect((await readBytes(new Response('12345'), 5)).toString()).toBe('12345')
  await expect(readBytes(new Response('123456'), 5)).rejects.toMatchObject({ code: 'too_large' })
})

test('a body that was cut off on its way is too large by what it said of itself', async () => {
  const cutOff = new Response('1234', { headers: { 'content-length': '60000000' } })
  await expect(readBytes(cutOff, 5)).rejects.toMatchObject({ code: 'too_large' })
})
