import { runCommand } from '../stack/command.ts'
import { checks, freshTypes } from '../testing/checks.ts'
import { type Count, total } from '../testing/count.ts'
import { runTask } from '../testing/task.ts'

/** `npm run check`: everything that is checked without running the product. */
await runCommand(async (lifecycle) => {
  const counts: Count[] = []
  for (const task of [...checks, freshTypes]) counts.push(await runTask(task, lifecycle))
  const { passed, failed } = total(counts)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})
