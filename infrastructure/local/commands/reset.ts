import { runCommand } from '../stack/command.ts'
import { loadDemoDataOnce } from '../stack/demo-data.ts'
import { describeInstance } from '../stack/instance.ts'
import { step } from '../stack/log.ts'
import { startStack } from '../stack/start.ts'

/** `npm run db:reset`: empties the demo's database, migrates it and loads the demo data again. */
await runCommand(async (lifecycle) => {
  const instance = describeInstance({ name: 'demo', offset: 0 })
  const options = { reset: true, resetCommand: 'npm run db:reset', durable: true, withApp: false }
  const stack = await startStack(instance, options, lifecycle)
  await loadDemoDataOnce(stack, lifecycle)
  step('The database is as new')
  return 0
})
