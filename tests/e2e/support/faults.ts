import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Makes Stripe misbehave; with nothing named it behaves again. */
export async function setStripeFaults(faults: Record<string, unknown>): Promise<void> {
  const address = `${process.env.STRIPE_API_BASE}/_emulate/faults`
  await fetch(address, { method: 'DELETE' })
  if (Object.keys(faults).length > 0) await fetch(address, { method: 'POST', body: JSON.stringify(faults) })
}

/** Kills the application outright, with all its processes; its supervisor starts it again. */
export function killApp(): void {
  const file = path.join(path.dirname(path.resolve(process.env.CRMS_ENV_FILE ?? '')), 'app.pid')
  process.kill(-Number(readFileSync(file, 'utf8')), 'SIGKILL')
}

/** True when the application answers. */
export async function appAnswers(): Promise<boolean> {
  try {
    return (await fetch(`${process.env.APP_URL}/api/health`)).ok
  } catch {
    return false
  }
}
