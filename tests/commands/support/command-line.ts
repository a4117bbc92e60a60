import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { databaseQuarters } from '../../../infrastructure/local/database/account.ts'
import { postgresFolder } from '../../../infrastructure/local/database/binaries.ts'
import { type Instance, instanceAt, projectRoot } from '../../../infrastructure/local/stack/instance.ts'
import { requireFreePorts } from '../../../infrastructure/local/stack/ports.ts'

type Four = [number, number, number, number]

/** An instance that no other test and no developer uses, beginning to look at the given offset. */
export async function ownInstance(from: number): Promise<Instance> {
  for (let step = 0; step < 10; step += 1) {
    const instance = instanceAt(`of-test-${randomUUID().slice(0, 8)}`, (from + step) % 10)
    const { emulators, ...ports } = instance.ports
    const [stripe, resend, twilio, google] = [0, 1, 2, 3].map((nth) => emulators + nth) as Four
    const free = await requireFreePorts(instance, { ...ports, stripe, resend, twilio, google }).then(
      () => true,
      () => false,
    )
    if (free) return instance
  }
  throw new Error('All ten places for a stack are taken on this machine')
}

/** Where the instance's database is: elsewhere than its folder, for root in a private folder. */
export function databaseFolder(instance: Instance): string {
  return databaseQuarters(instance, postgresFolder()).folder
}

/** Deletes what the instance has left behind. */
export function forget(instance: Instance): void {
  for (const folder of [databaseFolder(instance), instance.folder])
    rmSync(folder, { recursive: true, force: true })
}

export interface CommandLine {
  pid: number
  /** Resolves once the command has said so; rejects when it ends before. */
  says(words: string): Promise<void>
  /** Resolves with all it said and its exit code. */
  ended: Promise<{ output: string; code: number | null }>
}

/** Types `npm run …` as somebody would, in a process group of its own as a terminal gives to each command. */
export function npmRun(instance: Instance, ...words: string[]): CommandLine {
  const child = spawn('npm', ['run', ...words], {
    cwd: projectRoot,
    detached: true,
    env: {
      ...process.env,
      PATH: `${path.join(projectRoot, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
      CRMS_STACK: instance.name,
      CRMS_STACK_OFFSET: String(instance.offset),
    },
  })
  let output = ''
  const listeners = new Set<() => void>()
  const take = (data: Buffer) => {
    output += data.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = new Promise<{ output: string; code: number | null }>((resolve) => {
    child.once('close', (code) => resolve({ output, code }))
  })
  return {
    pid: child.pid as number,
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(words) && resolve()
        listeners.add(look)
        look()
        void ended.then(() => reject(new Error(`It ended without saying "${words}":\n${output}`)))
      }),
  }
}
