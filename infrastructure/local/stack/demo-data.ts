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

/** Loads the demo companies into a database that has none. */
export async function loadDemoDataOnce(stack: Stack, lifecycle: Lifecycle): Promise<void> {
  const { instance, keys } = stack
  if (!existsSync(loader) || (await hasCompanies(instance.databaseUrl))) return
  step('Loading the demo data …')
  writeFileSync(markerOf(instance), '')
  const { loadDemoData } = await import(loader)
  await loadDemoData({
    databaseUrl: instance.databaseUrl,
    supabaseUrl: instance.gatewayUrl,
    publishableKey: keys.publishableKey,
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

async function hasCompanies(databaseUrl: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    const [row] = await sql`select exists (select from public.companies) as found`
    return row?.found === true
  } finally {
    await sql.end()
  }
}
