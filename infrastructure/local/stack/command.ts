import process from 'node:process'
import { StartFailure } from './failure.ts'
import { Lifecycle, Stopped } from './lifecycle.ts'

/**
 * Runs a command that starts things: whatever way it ends (done, failed, Ctrl-C), everything it
 * started is stopped before the process exits. The work answers the exit code.
 */
export async function runCommand(work: (lifecycle: Lifecycle) => Promise<number>): Promise<never> {
  const lifecycle = new Lifecycle()
  lifecycle.stopOnSignals(() => console.log('\nStopping …'))
  let code = 0
  try {
    code = await work(lifecycle)
  } catch (error) {
    code = lifecycle.signal.aborted ? 0 : report(error)
  }
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
