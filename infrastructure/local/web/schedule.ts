import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Instance, projectRoot } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'

const Deployment = z.object({ crons: z.array(z.object({ path: z.string() })) })

/** What somebody in front of the demo waits for: mails that go out, events of a payment that was interrupted. */
const urgent = new Set(['/api/cron/outbox', '/api/cron/webhook-events'])

/** Calls the routes of vercel.json as Vercel Cron does: the urgent ones every two seconds, the others each minute. */
export function keepSchedule(instance: Instance, cronSecret: string, lifecycle: Lifecycle): void {
  for (const route of scheduledRoutes()) {
    const call = () => callRoute(`${instance.appUrl}${route}`, cronSecret, lifecycle.signal)
    repeat(call, urgent.has(route) ? 2_000 : 60_000, lifecycle)
  }
}

function scheduledRoutes(): string[] {
  const file = readFileSync(path.join(projectRoot, 'vercel.json'), 'utf8')
  return Deployment.parse(JSON.parse(file)).crons.map((cron) => cron.path)
}

/** Now and at every interval; a call that takes longer is not overtaken by the next. */
function repeat(call: () => Promise<void>, milliseconds: number, lifecycle: Lifecycle): void {
  let busy = false
  const turn = async () => {
    if (busy) return
    busy = true
    await call()
    busy = false
  }
  const timer = setInterval(turn, milliseconds)
  lifecycle.onStop('schedule', async () => clearInterval(timer))
  void turn()
}

/** What fails is called again at the next turn, and says so in the application's own log. */
async function callRoute(url: string, cronSecret: string, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${cronSecret}` }, signal })
    await response.arrayBuffer()
  } catch {
    // The application is starting again or stopping.
  }
}
