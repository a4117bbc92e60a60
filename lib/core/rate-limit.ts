import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@/lib/core/errors'
import { currentLog } from '@/lib/core/log'
import { processWide } from '@/lib/core/process-wide'
import { sharedRedis } from '@/lib/core/redis'

/** How often one identity may do something: `points` times in `seconds`. */
export type RateLimit = { name: string; points: number; seconds: number }

/** The limits of the product, in one place. */
export const RATE_LIMITS = {
  login: { name: 'login', points: 10, seconds: 60 },
  signup: { name: 'signup', points: 10, seconds: 3_600 },
  passwordReset: { name: 'password-reset', points: 5, seconds: 3_600 },
  booking: { name: 'booking', points: 10, seconds: 60 },
  verification: { name: 'verification', points: 20, seconds: 60 },
  token: { name: 'token', points: 20, seconds: 60 },
  publicPage: { name: 'public-page', points: 100, seconds: 60 },
  upload: { name: 'upload', points: 60, seconds: 600 },
  sms: { name: 'sms', points: 3, seconds: 3_600 },
} as const satisfies Record<string, RateLimit>

type Verdict = { allowed: true } | { allowed: false; retryAfterSeconds: number }

async function countHere({ name, points, seconds }: RateLimit, key: string): Promise<Verdict> {
  const limiter = processWide(
    `rate-limit.${name}`,
    () => new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  )
  try {
    await limiter.consume(key)
    return { allowed: true }
  } catch (refusal) {
    // A refusal is no error. Its class says nothing: the limiter may have been made by this module loaded another time.
    if (refusal instanceof Error) throw refusal
    return {
      allowed: false,
      retryAfterSeconds: Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1_000),
    }
  }
}

async function countShared({ name, points, seconds }: RateLimit, key: string): Promise<Verdict> {
  const redis = sharedRedis()
  if (!redis) return countHere({ name, points, seconds }, key)
  const counter = `rate:${name}:${key}`
  const [count, , left] = await redis
    .pipeline()
    .incr(counter)
    .expire(counter, seconds, 'NX')
    .ttl(counter)
    .exec<[number, number, number]>()
  return count <= points ? { allowed: true } : { allowed: false, retryAfterSeconds: Math.max(left, 1) }
}

/**
 * Counts one attempt of an identity (an address, an account, a company and address).
 * When the shared store is away this process counts alone: a limit that fails must neither lock everybody out nor vanish.
 * @throws AppError `rate_limited` with `retryAfterSeconds`
 */
export async function limitRate(limit: RateLimit, key: string): Promise<void> {
  const verdict = await countShared(limit, key).catch((error: unknown) => {
    currentLog().warn({ event: 'rate_limit.unavailable', err: error })
    return countHere(limit, key)
  })
  if (verdict.allowed) return
  throw new AppError('rate_limited', { details: { retryAfterSeconds: verdict.retryAfterSeconds } })
}
