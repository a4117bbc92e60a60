import 'server-only'
import { env } from '@/lib/core/env'
import { sharedRedis } from '@/lib/core/redis'
import { createAdminClient } from '@/lib/supabase/admin'

export type CheckResult = { status: 'up' | 'down' | 'off'; milliseconds: number }

const TIMEOUT_MS = 3_000

async function check(probe: () => Promise<void>): Promise<CheckResult> {
  const startedAt = performance.now()
  const deadline = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('timed out')), TIMEOUT_MS).unref()
  })
  const status = await Promise.race([probe(), deadline]).then(
    () => 'up' as const,
    () => 'down' as const,
  )
  return { status, milliseconds: Math.round(performance.now() - startedAt) }
}

/** Whether the database answers a query through the Data API. */
export function checkDatabase(requestId: string): Promise<CheckResult> {
  return check(async () => {
    const db = createAdminClient({ purpose: 'health' }, requestId)
    const { error } = await db.from('companies').select('id').limit(1)
    if (error) throw new Error(error.message)
  })
}

/** Whether Storage answers. */
export function checkStorage(requestId: string): Promise<CheckResult> {
  return check(async () => {
    const { error } = await createAdminClient({ purpose: 'health' }, requestId).storage.listBuckets()
    if (error) throw error
  })
}

/** Whether the shared cache answers; a process that keeps its own has nothing to ask. */
export async function checkCache(): Promise<CheckResult> {
  const redis = sharedRedis()
  if (!redis) return { status: 'off', milliseconds: 0 }
  return check(async () => void (await redis.ping()))
}

/** Whether the auth server answers. */
export function checkAuth(): Promise<CheckResult> {
  return check(async () => {
    const response = await fetch(new URL('/auth/v1/health', env().NEXT_PUBLIC_SUPABASE_URL), {
      headers: { apikey: env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY },
      cache: 'no-store',
    })
    if (!response.ok) throw new Error(String(response.status))
  })
}
