import { LRUCache } from 'lru-cache'
import { currentLog } from '@/lib/core/log'
import { processWide } from '@/lib/core/process-wide'
import { sharedRedis } from '@/lib/core/redis'
import { together } from '@/lib/core/together'

/** What the cache needs of a store. Versions never expire before the entries that carry them. */
type Store = {
  get: (key: string) => Promise<unknown>
  set: (key: string, value: unknown, milliseconds: number) => Promise<void>
  versions: (tags: string[]) => Promise<number[]>
  raise: (tags: string[]) => Promise<void>
}

const VERSION_SECONDS = 7 * 24 * 60 * 60

function memoryStore(): Store {
  const entries = new LRUCache<string, { value: unknown }>({ max: 2_000 })
  const versions = new LRUCache<string, number>({ max: 20_000 })
  return {
    get: async (key) => entries.get(key)?.value,
    set: async (key, value, milliseconds) => void entries.set(key, { value }, { ttl: milliseconds }),
    versions: async (tags) => tags.map((tag) => versions.get(tag) ?? 0),
    raise: async (tags) => {
      for (const tag of tags) versions.set(tag, (versions.get(tag) ?? 0) + 1)
    },
  }
}

function redisStore(redis: NonNullable<ReturnType<typeof sharedRedis>>): Store {
  const versionKey = (tag: string) => `version:${tag}`
  return {
    get: async (key) => (await redis.get<{ value: unknown }>(key))?.value,
    set: async (key, value, milliseconds) => void (await redis.set(key, { value }, { px: milliseconds })),
    versions: async (tags) =>
      (await redis.mget<(number | null)[]>(tags.map(versionKey))).map((version) => version ?? 0),
    raise: async (tags) => {
      const pipeline = redis.pipeline()
      for (const tag of tags) pipeline.incr(versionKey(tag)).expire(versionKey(tag), VERSION_SECONDS)
      await pipeline.exec()
    },
  }
}

function store(): Store {
  return processWide('cache.store', () => {
    const redis = sharedRedis()
    return redis ? redisStore(redis) : memoryStore()
  })
}

/** Tags of a company's data; a change in an area invalidates whatever was computed from it. */
export type CacheArea =
  | 'fleet'
  | 'reservations'
  | 'contracts'
  | 'customers'
  | 'money'
  | 'settings'
  | 'jobs'
  | 'sales'

function tagOf(companyId: string, area: CacheArea): string {
  return `${companyId}:${area}`
}

/**
 * The value under `key`, computed at most once per `seconds` or until one of its areas changes, however many ask at the same moment.
 * The company and the areas' versions are part of the key, so an invalidation needs no search and a value that was
 * being computed while data changed is never found again. A value's age counts from the question, not from the answer: it
 * knows nothing newer. A store that fails is passed by.
 */
export async function cached<T>(
  { companyId, key, areas, seconds }: { companyId: string; key: string; areas: CacheArea[]; seconds: number },
  compute: () => Promise<T>,
): Promise<T> {
  let versionedKey: string
  try {
    const versions = await store().versions(areas.map((area) => tagOf(companyId, area)))
    versionedKey = `value:${companyId}:${key}:${versions.join('.')}`
    const found = await store().get(versionedKey)
    if (found !== undefined) return found as T
  } catch (error) {
    currentLog().warn({ event: 'cache.unavailable', err: error })
    return compute()
  }
  return together(versionedKey, async () => {
    const asked = performance.now()
    const value = await compute()
    const left = Math.floor(seconds * 1_000 - (performance.now() - asked))
    if (left <= 0) return value
    await store()
      .set(versionedKey, value, left)
      .catch((error: unknown) => currentLog().warn({ event: 'cache.unavailable', err: error }))
    return value
  })
}

/** Two seconds are promised after a change past the application; the rest is for the page itself. */
const SEARCH_SECONDS = 1.5

/**
 * What a search for free vehicles found: at most two seconds old on the screen, and forgotten at once when the company's bookings,
 * rentals, fleet or prices change. Only what is shown may be that old; a booking always asks the database.
 */
export function cachedSearch<T>(companyId: string, question: string, search: () => Promise<T>): Promise<T> {
  const areas: CacheArea[] = ['reservations', 'contracts', 'fleet', 'settings']
  return cached({ companyId, key: `availability:${question}`, areas, seconds: SEARCH_SECONDS }, search)
}

/** Forgets everything computed from these areas of a company; commands call it after they have changed something. */
export async function invalidate(companyId: string, ...areas: CacheArea[]): Promise<void> {
  try {
    await store().raise(areas.map((area) => tagOf(companyId, area)))
  } catch (error) {
    // Entries live for minutes at most; a change must not fail because the cache is away.
    currentLog().warn({ event: 'cache.unavailable', err: error })
  }
}
