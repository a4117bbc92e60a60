import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** A long-running process that belongs to the stack. */
export interface Child {
  process: ChildProcess
  /** Settles when the process has ended, whatever the reason. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Asks it to end, and insists after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>
}

interface ChildOptions {
  /** File that takes its output; `onOutput` sees the same text. */
  logFile: string
  onOutput?: (text: string) => void
  env?: Record<string, string>
  cwd?: string
  account?: { uid: number; gid: number } | undefined
  stopSignal?: NodeJS.Signals
}

/**
 * Starts a process in a group of its own: Ctrl-C in the terminal then reaches the supervisor alone,
 * which stops the parts in order, and stopping one part takes its own children with it.
 */
export function startChild(executable: string, parameters: string[], options: ChildOptions): Child {
  mkdirSync(path.dirname(options.logFile), { recursive: true })
  const log = createWriteStream(options.logFile, { flags: 'a' })
  const settings: SpawnOptions = {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    // The open pipe on stdin is how a part notices that the supervisor was killed outright.
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    ...options.account,
  }
  const child = spawn(executable, parameters, settings)
  const take = (data: Buffer) => {
    log.write(data)
    options.onOutput?.(data.toString())
  }
  child.stdout?.on('data', take)
  child.stderr?.on('data', take)
  child.stdin?.on('error', () => undefined)

  const ended: Child['ended'] = new Promise((resolve) => {
    child.on('error', (error) => {
      take(Buffer.from(`${error.message}\n`))
      resolve({ code: 1, signal: null })
    })
    child.on('close', (code, signal) => {
      log.end()
      resolve({ code, signal })
    })
  })
  return {
    process: child,
    ended,
    stop: (patienceMs = 10_000) => stopChild(child, ended, options.stopSignal ?? 'SIGTERM', patienceMs),
  }
}

async function stopChild(
  child: ChildProcess,
  ended: Child['ended'],
  signal: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  signalGroup(child.pid, signal)
  const insist = setTimeout(() => child.pid && signalGroup(child.pid, 'SIGKILL'), patienceMs)
  await ended
  clearTimeout(insist)
  // Grandchildren that outlived their parent, such as build workers.
  signalGroup(child.pid, 'SIGKILL')
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Already gone.
  }
}
