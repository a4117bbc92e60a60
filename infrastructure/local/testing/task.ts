import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startChild } from '../stack/child.ts'
import { projectRoot } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import { step } from '../stack/log.ts'
import type { Count } from './count.ts'

/** Where the output of every check and suite is kept. */
export const reportsFolder = path.join(projectRoot, 'reports')

/** One check or one suite. */
export interface Task {
  name: string
  /** A program of node_modules/.bin, and its parameters. */
  command: [program: string, ...parameters: string[]]
  env?: Record<string, string>
  /** Reads the numbers out of the suite's report; a check counts as one by its exit code. */
  count?(): Count
}

/** Runs one task, says how it went, shows all it said when it failed, and counts. */
export async function runTask(task: Task, lifecycle: Lifecycle): Promise<Count> {
  lifecycle.checkpoint()
  mkdirSync(reportsFolder, { recursive: true })
  const logFile = path.join(reportsFolder, `${task.name.replaceAll(' ', '-')}.log`)
  writeFileSync(logFile, '')
  const started = performance.now()
  const [program, ...parameters] = task.command
  const child = startChild(path.join(projectRoot, 'node_modules/.bin', program), parameters, {
    logFile,
    cwd: projectRoot,
    env: { NO_COLOR: '1', ...task.env },
  })
  lifecycle.onStop(task.name, () => child.stop(3_000))
  const succeeded = (await child.ended) === 0
  lifecycle.checkpoint()

  const count = task.count?.() ?? { passed: succeeded ? 1 : 0, failed: 0 }
  // A suite that breaks outside of its tests has no failed test to show for it.
  if (!succeeded && count.failed === 0) Object.assign(count, { failed: 1, failures: [task.name] })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  step(
    `${count.failed > 0 ? '✘' : '✔'} ${task.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  )
  if (count.failed > 0) console.error(readFileSync(logFile, 'utf8').trimEnd())
  return count
}
