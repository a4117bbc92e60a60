import path from 'node:path'
import process from 'node:process'
import { runCommand, untilStopped } from '../stack/command.ts'
import { describeInstance, projectRoot } from '../stack/instance.ts'
import { step } from '../stack/log.ts'
import { startStack } from '../stack/start.ts'

/** `npm run stack`: everything but the application, until Ctrl-C. */
await runCommand(async (lifecycle) => {
  const instance = describeInstance({ name: 'stack', offset: 2 })
  const resetCommand = `CRMS_STACK=${instance.name} CRMS_STACK_OFFSET=${instance.offset} npm run stack -- --reset`
  const reset = process.argv.includes('--reset')
  const stack = await startStack(instance, { reset, resetCommand, durable: true, withApp: false }, lifecycle)
  step(`Ready. Variables: ${path.relative(projectRoot, stack.envFile)} · Ctrl-C stops.`)
  await untilStopped(lifecycle)
  return 0
})
