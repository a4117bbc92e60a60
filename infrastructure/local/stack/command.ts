import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartFailure } from './failure.ts'
import { Lifecycle, Stopped } from './lifecycle.ts'

/** How long work that was told to stop may take to notice. */
const graceMs = 2_000

/**
 * Runs a command that starts things: whatever way it ends (done, failed, Ctrl-C), everything it
 * started is stopped before the process exits. The work answers the exit code.
 */
export async function runCommand(work: (lifecycle: Lifecycle) => Promise<number>): Promise<never> {
  const lifecycle = new Lifecycle()
  const stoppedOnSignal = new Promise<void>((resolve) => {
    lifecycle.stopOnSignals(() => {
      console.log('\nStopping …')
      void lifecycle.stop().then(resolve)
    })
  })
  // Libraries throw out of nowhere when the database goes away beneath them, as it does on a stop.
  process.on('uncaughtException', (error) => {
    if (lifecycle.signal.aborted) return
    report(error)
    void lifecycle.stop().then(() => process.exit(1))
  })

  const outcome = work(lifecycle).catch((error: unknown) => (lifecycle.signal.aborted ? 0 : report(error)))
  const interrupted = stoppedOnSignal.then(() => Promise.race([outcome, sleep(graceMs, 0)]))
  const code = await Promise.race([outcome, interrupted])
  await lifecycle.stop()
  process.exit(code)
}

function report(error: unknown): number {
  if (error instanceof Stopped) return 0
  if (error instanceof StartFailure) console.error(`\n${error.message}\n→ ${error.wayOut}`)
  else console.error(error)
  return 1
}

/** Waits until a stop is asked for. */
export function untilStopped(lifecycle: Lifecycle): Promise<void> {
  return new Promise((resolve) => {
    if (lifecycle.signal.aborted) resolve()
    lifecycle.signal.addEventListener('abort', () => resolve())
  })
}
