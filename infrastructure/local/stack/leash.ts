import { spawn } from 'node:child_process'
import process from 'node:process'

/** What a leash needs to know of the part it holds. */
export interface LeashOptions {
  stopSignal: NodeJS.Signals
  cwd?: string
  account?: { uid: number; gid: number }
}

/** How long a part may take to end by itself once its supervisor is gone. */
const patienceMs = 5_000

/**
 * A program between the supervisor and a part: `node leash.ts <options as JSON> <program> <parameters …>`. The
 * supervisor holds the other end of stdin, so its end means that the supervisor was killed outright, and the part is
 * ended as well, with all it has started. Nothing is loaded into the part itself: its workers would inherit it.
 */
const [options = '{}', program = '', ...parameters] = process.argv.slice(2)
const { stopSignal, cwd, account }: LeashOptions = JSON.parse(options)

// Signals reach the whole group: the part ends by them, the leash by the end of the part.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)

const part = spawn(program, parameters, { stdio: ['ignore', 'inherit', 'inherit'], cwd, ...account })
part.once('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
part.once('exit', (code) => process.exit(code ?? 1))

process.stdin.resume().once('end', () => {
  signalGroup(stopSignal)
  setTimeout(() => signalGroup('SIGKILL'), patienceMs)
  // The part's own end is not everybody's: what it has started goes with it.
  process.once('exit', () => signalGroup('SIGKILL'))
})

/** The leash leads the part's process group. */
function signalGroup(signal: NodeJS.Signals): void {
  process.kill(-process.pid, signal)
}
