/** Points git at the project's hooks after an installation; a copy without git has nothing to point. */
import { spawnSync } from 'node:child_process'

spawnSync('git', ['config', 'core.hooksPath', '.githooks'], { stdio: 'ignore' })
