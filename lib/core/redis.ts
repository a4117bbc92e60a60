import { Redis } from '@upstash/redis'
import { env } from '@/lib/core/env'
import { processWide } from '@/lib/core/process-wide'

/** The shared store when one is configured; null means that this process keeps its own. */
export function sharedRedis(): Redis | null {
  return processWide('redis', () => {
    const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env()
    return url && token ? new Redis({ url, token }) : null
  })
}
