import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { LeashOptions } from './leash.ts'

const leash = path.join(import.meta.dirname, 'leash.ts')

/** A process that belongs to the stack. */
export interface Child {
  pid: number | undefined
  /** Resolves when it has said that it is ready, rejects with its last line when it ends before. */
  ready: Promise<void>
  /** Settles when the process has ended, whatever the reason. */
  ended: Promise<number | null>
  /** Asks it to end, and insists after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>
}

interface ChildOptions {
  /** File that takes its output. */
  logFile: string
  /** Output that means "ready". */
  readyWhen?: string
  env?: Record<string, string>
  cwd?: string
  account?: { uid: number; gid: number } | undefined
  stopSignal?: NodeJS.Signals
}

/**
 * Starts a process on a leash and in a group of its own: Ctrl-C in the terminal then reaches the supervisor
 * alone, which stops the parts in order, and stopping one part takes its own children with it.
 */
export function startChild(executable: string, parameters: string[], options: ChildOptions): Child {
  mkdirSync(path.dirname(options.logFile), { recursive: true })
  const log = createWriteStream(options.logFile, { flags: 'a' })
  const { stopSignal = 'SIGTERM', cwd, account } = options
  const held: LeashOptions = { stopSignal, ...(cwd && { cwd }), ...(account && { account }) }
  const child = spawn(process.execPath, [leash, JSON.stringify(held), executable, ...parameters], {
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  child.stdin.on('error', () => undefined)

  let lastLine = ''
  let seen = ''
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      lastLine = error.message
      resolve(1)
    })
    // What the part has started must not outlive it, such as build workers: they would hold its ports and its output.
    child.once('exit', () => child.pid && signalGroup(child.pid, 'SIGKILL'))
    child.once('close', (code) => {
      log.end()
      resolve(code)
    })
  })
  const ready = new Promise<void>((resolve, reject) => {
    const take = (data: Buffer) => {
      log.write(data)
      seen = (seen + data.toString()).slice(-2000)
      lastLine = seen.trim().split('\n').pop() ?? lastLine
      if (options.readyWhen && seen.includes(options.readyWhen)) resolve()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    void ended.then(() => reject(new Error(lastLine || 'it ended without a word')))
  })
  ready.catch(() => undefined)
  return {
    pid: child.pid,
    ready,
    ended,
    stop: (patienceMs = 10_000) => stopChild(child, ended, stopSignal, patienceMs),
  }
}

async function stopChild(
  child: ChildProcess,
  ended: Child['ended'],
  signal: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  const { pid } = child
  // Its number may be somebody else's by now.
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return void (await ended)
  signalGroup(pid, signal)
  const insist = setTimeout(() => signalGroup(pid, 'SIGKILL'), patienceMs)
  await ended
  clearTimeout(insist)
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Already gone.
  }
}
