import process from 'node:process'
import { runCommand } from '../stack/command.ts'
import { StartFailure } from '../stack/failure.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import { step } from '../stack/log.ts'
import type { Stack } from '../stack/start.ts'
import { checks, freshTypes } from '../testing/checks.ts'
import { CHROMIUM_PACKAGE, findChromium, requireChromium } from '../testing/chromium.ts'
import { type Count, total } from '../testing/count.ts'
import { prepareProduct, serveProduct, startTestStack } from '../testing/product.ts'
import { hasTests, playwrightSuite, vitestSuite } from '../testing/suites.ts'
import { findProgram, installMissing } from '../testing/system-tools.ts'
import { runTask, type Task } from '../testing/task.ts'

const allSuites = ['check', 'unit', 'database', 'gateway', 'commands', 'e2e']

/** `npm test`: every check and every suite, or those named: `npm test -- unit database`. */
await runCommand(async (lifecycle) => {
  const named = process.argv.slice(2)
  const wanted = new Set(named.length > 0 ? named : allSuites)
  // Packages arrive while the stack starts; the first suite waits for them.
  const installed = installMissing([
    ...(wanted.has('e2e') ? [{ name: CHROMIUM_PACKAGE, isThere: () => Boolean(findChromium()) }] : []),
    ...(wanted.has('unit')
      ? [{ name: 'poppler-utils', isThere: () => Boolean(findProgram('pdftoppm')) }]
      : []),
  ])
  const needsStack = ['check', 'database', 'gateway', 'e2e'].some((suite) => wanted.has(suite))
  const stack = needsStack ? await startTestStack(lifecycle, wanted.has('e2e')) : undefined

  const endToEnd = wanted.has('e2e') && hasTests('e2e') && stack
  // Two cores: building the product keeps one busy while the other checks and tests.
  const [quick, built] = await Promise.all([
    inOrder(checkTasks(wanted, stack), lifecycle).then(async (checked) => {
      await installed
      return [...checked, ...(await inOrder(suiteTasks(wanted, stack), lifecycle))]
    }),
    endToEnd
      ? attempt('build and demo data', () => prepareProduct(endToEnd, lifecycle), lifecycle)
      : undefined,
  ])
  const slow = endToEnd && built && built.failed === 0 ? [await runEndToEnd(endToEnd, lifecycle)] : []
  const { passed, failed, failures = [] } = total([...quick, ...(built ? [built] : []), ...slow])
  // Once more at the end: a long log hides what matters.
  for (const failure of failures) console.log(`\n✘ ${failure}`)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})

function envOf(stack: Stack | undefined): Record<string, string> {
  return stack ? { CRMS_ENV_FILE: stack.envFile } : {}
}

function checkTasks(wanted: Set<string>, stack: Stack | undefined): Task[] {
  return wanted.has('check') ? [...checks, { ...freshTypes, env: envOf(stack) }] : []
}

function suiteTasks(wanted: Set<string>, stack: Stack | undefined): Task[] {
  return ['unit', 'database', 'gateway', 'commands']
    .filter((suite) => wanted.has(suite))
    .map((suite) => vitestSuite(suite, envOf(stack)))
}

async function inOrder(tasks: Task[], lifecycle: Lifecycle): Promise<Count[]> {
  const counts: Count[] = []
  for (const task of tasks) counts.push(await runTask(task, lifecycle))
  return counts
}

async function runEndToEnd(stack: Stack, lifecycle: Lifecycle): Promise<Count> {
  const serve = async () => {
    requireChromium()
    await serveProduct(stack, lifecycle)
  }
  const ready = await attempt('browser and server', serve, lifecycle)
  if (ready.failed > 0) return ready
  const projects = ['desktop', 'phone', 'aftermath', 'faults']
  return runTask(playwrightSuite('e2e', projects, { CRMS_ENV_FILE: stack.envFile }), lifecycle)
}

/** A step that must succeed counts as one check. */
async function attempt(name: string, work: () => Promise<void>, lifecycle: Lifecycle): Promise<Count> {
  try {
    await work()
    return { passed: 1, failed: 0 }
  } catch (error) {
    lifecycle.checkpoint()
    step(`✘ ${name}`)
    console.error(error instanceof StartFailure ? `${error.message}\n→ ${error.wayOut}` : error)
    return { passed: 0, failed: 1, failures: [name] }
  }
}
