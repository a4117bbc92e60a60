import { rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Child } from './child.ts'
import { StartFailure } from './failure.ts'
import type { Lifecycle } from './lifecycle.ts'
import { step } from './log.ts'

/** A long-running part of the stack: how to start it, and where it writes its log. */
export interface Part {
  name: string
  logFile: string
  wayOut: string
  spawn(): Promise<Child>
}

/** Restarts within a minute after which a part counts as broken. */
const patience = 5

/** Starts a part, waits until it is ready, and starts it again whenever it dies before the stack stops. */
export async function runPart(part: Part, lifecycle: Lifecycle): Promise<void> {
  let current: Child | undefined
  writeFileSync(part.logFile, '')
  // Names the process group, for whoever wants to see what happens when a part is killed.
  const pidFile = part.logFile.replace(/\.log$/, '.pid')
  lifecycle.onStop(part.name, async () => {
    await current?.stop()
    rmSync(pidFile, { force: true })
  })
  const launch = async (): Promise<Child> => {
    lifecycle.checkpoint()
    current = await part.spawn()
    writeFileSync(pidFile, String(current.pid))
    // The stop may have begun, and passed by here, while the part was being spawned.
    if (lifecycle.signal.aborted) await current.stop()
    await current.ready
    return current
  }
  const first = await launch().catch((error: unknown) => {
    lifecycle.checkpoint()
    if (error instanceof StartFailure) throw error
    throw new StartFailure(
      `${part.name} did not start: ${messageOf(error)}`,
      `See ${part.logFile}. ${part.wayOut}`,
    )
  })
  void keepAlive(part, first, launch, lifecycle)
}

async function keepAlive(
  part: Part,
  first: Child,
  launch: () => Promise<Child>,
  lifecycle: Lifecycle,
): Promise<void> {
  const deaths: number[] = []
  for (let child: Child | undefined = first; ; ) {
    await child?.ended
    if (lifecycle.signal.aborted) return
    deaths.push(Date.now())
    const recent = deaths.filter((at) => at > Date.now() - 60_000).length
    if (recent > patience) {
      console.error(`${part.name} keeps ending; see ${part.logFile}. ${part.wayOut}`)
      return lifecycle.stop()
    }
    step(`${part.name} ended; starting it again`)
    await sleep(200 * recent)
    child = await launch().catch(() => undefined)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
