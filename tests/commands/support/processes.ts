import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

interface Running {
  pid: number
  parent: number
}

/** Every process that runs; what has ended and waits to be noticed by its parent does not. */
function running(): Running[] {
  const lines = existsSync('/proc/self/stat') ? fromProc() : fromPs()
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, state]) => !state?.startsWith('Z'))
    .map(([pid, , parent]) => ({ pid: Number(pid), parent: Number(parent) }))
}

/** "pid state parent" of each; a program's name may hold blanks and brackets, so what follows the last one counts. */
function fromProc(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [`${pid} ${readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')}`]
      } catch {
        return []
      }
    })
}

function fromPs(): string[] {
  return spawnSync('ps', ['-A', '-o', 'pid=,stat=,ppid='], { encoding: 'utf8' }).stdout.split('\n')
}

/** The process and all that it started, and those that they started. */
export function family(pid: number): number[] {
  const all = running()
  const found = [pid]
  for (const member of found)
    found.push(...all.filter(({ parent }) => parent === member).map((child) => child.pid))
  return found
}

/** Waits until none of them runs; gives those that still do after the given time. */
export async function survivors(pids: number[], withinMs = 30_000): Promise<number[]> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const alive = new Set(running().map(({ pid }) => pid))
    const left = pids.filter((pid) => alive.has(pid))
    if (left.length === 0 || Date.now() > deadline) return left
    await sleep(100)
  }
}
