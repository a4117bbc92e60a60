import process from 'node:process'
import { runCommand, untilStopped } from '../stack/command.ts'
import { isHalfLoaded, loadDemoDataOnce } from '../stack/demo-data.ts'
import { describeInstance } from '../stack/instance.ts'
import { step } from '../stack/log.ts'
import { runPart } from '../stack/part.ts'
import { startStack } from '../stack/start.ts'
import { buildApp } from '../web/build.ts'
import { writeEnvLocal } from '../web/env-local.ts'
import { appPart } from '../web/part.ts'
import { keepSchedule } from '../web/schedule.ts'
import { printWelcome } from './welcome.ts'

/** `npm run demo`: the whole product with demo data, as it would be deployed; `--reset` starts over. */
await runCommand(async (lifecycle) => {
  const instance = describeInstance({ name: 'demo', offset: 0 })
  const halfLoaded = isHalfLoaded(instance)
  if (halfLoaded) step('The last start was interrupted while loading the demo data: starting over')
  const reset = halfLoaded || process.argv.includes('--reset')
  const options = { reset, resetCommand: 'npm run demo -- --reset', durable: true, withApp: true }
  const stack = await startStack(instance, options, lifecycle)
  if (instance.name === 'demo') writeEnvLocal(stack.environment)
  // The build needs the processor, the demo data the database: side by side they take the longer of the two.
  await Promise.all([loadDemoDataOnce(stack, lifecycle), buildApp(instance, stack.environment, lifecycle)])
  await runPart(appPart(instance, stack.environment, 'start'), lifecycle)
  keepSchedule(instance, stack.keys.cronSecret, lifecycle)
  printWelcome(stack)
  await untilStopped(lifecycle)
  return 0
})
