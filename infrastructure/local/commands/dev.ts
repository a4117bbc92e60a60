import process from 'node:process'
import { runCommand, untilStopped } from '../stack/command.ts'
import { isHalfLoaded, loadDemoDataOnce } from '../stack/demo-data.ts'
import { describeInstance } from '../stack/instance.ts'
import { runPart } from '../stack/part.ts'
import { startStack } from '../stack/start.ts'
import { writeEnvLocal } from '../web/env-local.ts'
import { appPart } from '../web/part.ts'
import { keepSchedule } from '../web/schedule.ts'
import { printWelcome } from './welcome.ts'

/** `npm run dev`: the demo's stack and data, the application compiled as one edits it. */
await runCommand(async (lifecycle) => {
  const instance = describeInstance({ name: 'demo', offset: 0 })
  const reset = isHalfLoaded(instance) || process.argv.includes('--reset')
  const options = { reset, resetCommand: 'npm run dev -- --reset', durable: true, withApp: true }
  const stack = await startStack(instance, options, lifecycle)
  if (instance.name === 'demo') writeEnvLocal(stack.environment)
  await loadDemoDataOnce(stack, lifecycle)
  await runPart(appPart(instance, stack.environment, 'dev'), lifecycle)
  keepSchedule(instance, stack.keys.cronSecret, lifecycle)
  printWelcome(stack)
  await untilStopped(lifecycle)
  return 0
})
