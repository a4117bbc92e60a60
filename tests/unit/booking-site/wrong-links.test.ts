import { glob, readFile } from 'node:fs/promises'
import { beforeEach, expect, test, vi } from 'vitest'
import { bookingNumber, bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { getBooking } from '@/lib/booking-site/queries'
import { AppError } from '@/lib/core/errors'
import { limitRate } from '@/lib/core/rate-limit'

/** A private link that is wrong is counted against whoever tries it: once a visit, however often Next draws the page. */
vi.mock('@/lib/booking-site/queries', async (original) => ({
  ...(await original<object>()),
  getBooking: vi.fn(),
}))
vi.mock('@/lib/core/context', () => ({ getSiteContext: async () => ({}) }))
vi.mock('@/lib/core/current-request', () => ({ currentRequest: async () => ({ ip: '192.0.2.7' }) }))
vi.mock('@/lib/core/rate-limit', async (original) => ({
  ...(await original<object>()),
  limitRate: vi.fn(),
}))
beforeEach(() => void vi.clearAllMocks())

test('the head of a page tells the number of a booking, and counts no wrong link', async () => {
  vi.mocked(getBooking).mockRejectedValue(new AppError('not_found'))
  expect(await bookingNumber('alpenmobil', 'wrong')).toBeNull()
  expect(await bookingNumber('alpenmobil', 'wrong')).toBeNull()
  expect(limitRate).not.toHaveBeenCalled()
  await expect(bookingOrNotFound('alpenmobil', 'wrong')).rejects.toThrow('NEXT_REDIRECT')
  expect(limitRate).toHaveBeenCalledTimes(1)
})

test('what fails for another reason is no wrong link', async () => {
  vi.mocked(getBooking).mockRejectedValue(new AppError('internal'))
  await expect(bookingNumber('alpenmobil', 'any')).rejects.toMatchObject({ code: 'internal' })
})

test('no page counts an attempt while its head is drawn, which Next does twice for one that leads elsewhere', async () => {
  const counting: string[] = []
  for await (const path of glob('app/site/**/page.tsx')) {
    const source = await readFile(path, 'utf8')
    const [head = ''] = /export async function generateMetadata[\s\S]*?\n}\n/.exec(source) ?? []
    if (/OrNotFound\(|\bopen[A-Z]\w+\(|limitRate\(/.test(head)) counting.push(path)
  }
  expect(counting).toEqual([])
})
