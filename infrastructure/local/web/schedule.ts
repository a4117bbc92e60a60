import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Instance, projectRoot } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'

const Deployment = z.object({ crons: z.array(z.object({ path: z.string() })).default([]) })

const outbox = '/api/cron/outbox'

/**
 * Calls the scheduled routes as Vercel Cron does: those listed in vercel.json each minute, the outbox
 * every two seconds, so that mails of a demo arrive while one looks. A slow call is not overtaken.
 */
export function keepSchedule(instance: Instance, cronSecret: string, lifecycle: Lifecycle): void {
  every(2_000, [outbox], instance, cronSecret, lifecycle)
  every(
    60_000,
    scheduledPaths().filter((route) => route !== outbox),
    instance,
    cronSecret,
    lifecycle,
  )
}

function scheduledPaths(): string[] {
  const file = path.join(projectRoot, 'vercel.json')
  if (!existsSync(file)) return []
  return Deployment.parse(JSON.parse(readFileSync(file, 'utf8'))).crons.map((cron) => cron.path)
}

function every(
  milliseconds: number,
  routes: string[],
  instance: Instance,
  cronSecret: string,
  lifecycle: Lifecycle,
): void {
  const busy = new Set<string>()
  const timer = setInterval(() => {
    for (const route of routes.filter((candidate) => !busy.has(candidate))) {
      busy.add(route)
      void callRoute(`${instance.appUrl}${route}`, cronSecret, lifecycle.signal).finally(() =>
        busy.delete(route),
      )
    }
  }, milliseconds)
  lifecycle.onStop('schedule', async () => clearInterval(timer))
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
