import { loadDemoDataOnce } from '../stack/demo-data.ts'
import { describeInstance } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import { runPart } from '../stack/part.ts'
import { type Stack, startStack } from '../stack/start.ts'
import { buildApp } from '../web/build.ts'
import { appPart } from '../web/part.ts'
import { keepSchedule } from '../web/schedule.ts'

/** The stack of the tests, empty, beside the demo. */
export function startTestStack(lifecycle: Lifecycle, withApp: boolean): Promise<Stack> {
  const instance = describeInstance({ name: 'test', offset: 1 })
  return startStack(instance, { reset: true, resetCommand: 'npm test', durable: false, withApp }, lifecycle)
}

/** Builds the product for the tests' stack and loads the demo companies; `serveProduct` comes next. */
export async function prepareProduct(stack: Stack, lifecycle: Lifecycle): Promise<void> {
  await Promise.all([
    loadDemoDataOnce(stack, lifecycle),
    buildApp(stack.instance, stack.environment, lifecycle),
  ])
}

/** Serves what was built, with its scheduled work. */
export async function serveProduct(stack: Stack, lifecycle: Lifecycle): Promise<void> {
  await runPart(appPart(stack.instance, stack.environment, 'start'), lifecycle)
  keepSchedule(stack.instance, stack.keys.cronSecret, lifecycle)
}
