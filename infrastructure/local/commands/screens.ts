import { runCommand } from '../stack/command.ts'
import { CHROMIUM_PACKAGE, findChromium, requireChromium } from '../testing/chromium.ts'
import { prepareProduct, serveProduct, startTestStack } from '../testing/product.ts'
import { playwrightSuite } from '../testing/suites.ts'
import { installMissing } from '../testing/system-tools.ts'
import { runTask } from '../testing/task.ts'

/** `npm run screens`: photographs every screen with the demo data into the ignored folder `screens/`. */
await runCommand(async (lifecycle) => {
  await installMissing([{ name: CHROMIUM_PACKAGE, isThere: () => Boolean(findChromium()) }])
  requireChromium()
  const stack = await startTestStack(lifecycle, true)
  await prepareProduct(stack, lifecycle)
  await serveProduct(stack, lifecycle)
  const { failed } = await runTask(
    playwrightSuite('screens', ['screens'], { CRMS_ENV_FILE: stack.envFile }),
    lifecycle,
  )
  return failed > 0 ? 1 : 0
})
