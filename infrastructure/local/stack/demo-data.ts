import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import type { Instance } from './instance.ts'
import type { Lifecycle } from './lifecycle.ts'
import { step } from './log.ts'
import type { Stack } from './start.ts'

const loader = path.join(import.meta.dirname, '../demo-data/load.ts')

/** True when an earlier start was interrupted while it loaded the demo data: half a story is none. */
export function isHalfLoaded(instance: Instance): boolean {
  return existsSync(markerOf(instance))
}

/** Loads the demo companies into a database that has none; of those that are there it says when their day has passed. */
export async function loadDemoDataOnce(stack: Stack, lifecycle: Lifecycle): Promise<void> {
  const { instance, keys, emulators } = stack
  if (!existsSync(loader)) return
  const loadedAt = await whenLoaded(instance.databaseUrl)
  if (loadedAt) {
    const days = Math.floor((Date.now() - loadedAt.getTime()) / 86_400_000)
    if (days > 0)
      step(`The demo data is ${days === 1 ? 'a day' : `${days} days`} old; --reset loads the present day`)
    return
  }
  step('Loading the demo data …')
  writeFileSync(markerOf(instance), '')
  const { loadDemoData } = await import(loader)
  await loadDemoData({
    databaseUrl: instance.databaseUrl,
    supabaseUrl: instance.gatewayUrl,
    publishableKey: keys.publishableKey,
    stripeUrl: emulators.stripe,
    stripeKey: keys.stripeSecretKey,
    secretKey: keys.secretKey,
    appUrl: instance.appUrl,
    log: step,
  })
  lifecycle.checkpoint()
  rmSync(markerOf(instance), { force: true })
}

function markerOf(instance: Instance): string {
  return path.join(instance.folder, 'demo-data.loading')
}

/** When the demo companies were loaded; null where there is no company at all. The history of the rentals is older than itself. */
async function whenLoaded(databaseUrl: string): Promise<Date | null> {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    const [row] = await sql`
      select coalesce(min(created_at) filter (where slug = 'glanzwerk'), max(created_at)) as at from public.companies`
    return (row?.at as Date | null) ?? null
  } finally {
    await sql.end()
  }
}
