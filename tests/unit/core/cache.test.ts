import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cached, cachedSearch, invalidate } from '@/lib/core/cache'

const figures = (companyId: string, compute: () => Promise<unknown>) =>
  cached({ companyId, key: 'figures', areas: ['reservations', 'money'], seconds: 60 }, compute)

test('a value is computed once until one of its areas changes', async () => {
  const company = randomUUID()
  const compute = vi.fn(async () => ({ open: 3 }))
  await figures(company, compute)
  expect(await figures(company, compute)).toEqual({ open: 3 })
  expect(compute).toHaveBeenCalledTimes(1)
  await invalidate(company, 'fleet')
  await figures(company, compute)
  expect(compute).toHaveBeenCalledTimes(1)
  await invalidate(company, 'money')
  await figures(company, compute)
  expect(compute).toHaveBeenCalledTimes(2)
})

test('a company never sees the value of another', async () => {
  const [ours, theirs] = [randomUUID(), randomUUID()]
  await figures(ours, async () => 'ours')
  expect(await figures(theirs, async () => 'theirs')).toBe('theirs')
})

test('what was computed while data changed is not kept', async () => {
  const company = randomUUID()
  await figures(company, async () => {
    await invalidate(company, 'reservations')
    return 'old'
  })
  expect(await figures(company, async () => 'new')).toBe('new')
})

test('nothing is a value too', async () => {
  const company = randomUUID()
  const compute = vi.fn(async () => null)
  await figures(company, compute)
  await figures(company, compute)
  expect(compute).toHaveBeenCalledTimes(1)
})

test('a search is asked again when bookings change', async () => {
  const company = randomUUID()
  const search = vi.fn(async () => ['a vehicle'])
  await cachedSearch(company, 'December', search)
  await cachedSearch(company, 'December', search)
  expect(search).toHaveBeenCalledTimes(1)
  await cachedSearch(company, 'January', search)
  expect(search).toHaveBeenCalledTimes(2)
  await invalidate(company, 'reservations')
  await cachedSearch(company, 'December', search)
  expect(search).toHaveBeenCalledTimes(3)
})

describe('on a clock of its own', () => {
  let now = 0
  beforeEach(() => void vi.spyOn(performance, 'now').mockImplementation(() => now))
  afterEach(() => void vi.restoreAllMocks())
  const pass = async (milliseconds: number) => {
    now += milliseconds
    // The kept answers look at the clock once a millisecond.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const taking = (milliseconds: number) => vi.fn(() => pass(milliseconds).then(() => ['a vehicle']))

  test('a search is forgotten well within two seconds of the question, however long the answer took', async () => {
    const company = randomUUID()
    const search = taking(1_000)
    await cachedSearch(company, 'December', search)
    await pass(400)
    await cachedSearch(company, 'December', search)
    expect(search).toHaveBeenCalledTimes(1)
    await pass(200)
    await cachedSearch(company, 'December', search)
    expect(search).toHaveBeenCalledTimes(2)
  })

  test('an answer that is too old when it comes is not kept', async () => {
    const company = randomUUID()
    const search = taking(2_000)
    await cachedSearch(company, 'December', search)
    await cachedSearch(company, 'December', search)
    expect(search).toHaveBeenCalledTimes(2)
  })
})

test('who asks for what is being computed waits for it, and tries again when that failed', async () => {
  const company = randomUUID()
  const compute = vi.fn(() => new Promise((resolve) => setTimeout(() => resolve('once'), 20)))
  const answers = await Promise.all(Array.from({ length: 50 }, () => figures(company, compute)))
  expect(new Set(answers)).toEqual(new Set(['once']))
  expect(compute).toHaveBeenCalledTimes(1)

  const other = randomUUID()
  const fails = figures(other, async () => Promise.reject(new Error('forbidden')))
  const joins = figures(other, async () => 'mine')
  await expect(fails).rejects.toThrow('forbidden')
  expect(await joins).toBe('mine')
})
