import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instance, projectRoot } from '../../infrastructure/local/stack/instance.ts'
import { Lifecycle } from '../../infrastructure/local/stack/lifecycle.ts'
import { runPart } from '../../infrastructure/local/stack/part.ts'
import { appPart } from '../../infrastructure/local/web/part.ts'
import { type CommandLine, forget, npmRun, ownInstance } from './support/command-line.ts'
import { family, survivors } from './support/processes.ts'

const lifecycle = new Lifecycle()
let instance: Instance
let stack: CommandLine

beforeAll(async () => {
  instance = await ownInstance(7)
  stack = npmRun(instance, 'stack')
  await stack.says('Ready.')
  const environment = parseEnv(readFileSync(path.join(instance.folder, 'env'), 'utf8'))
  await runPart(appPart(instance, environment as Record<string, string>, 'dev'), lifecycle)
})
afterAll(async () => {
  await lifecycle.stop()
  const everybody = family(stack.pid)
  process.kill(-stack.pid, 'SIGINT')
  expect(await survivors(everybody)).toEqual([])
  forget(instance)
  for (const file of [pageFolder(), moduleFile()]) rmSync(file, { recursive: true, force: true })
  rmSync(path.join(projectRoot, `.next-${instance.name}-dev`), { recursive: true, force: true })
})

test('the application compiles its pages and their styles as one goes along', async () => {
  const page = await fetch(`${instance.appUrl}/login`)
  expect(page.status).toBe(200)
  const [, styles] = /<link rel="stylesheet" href="([^"]+)"/.exec(await page.text()) ?? []
  const sheet = await (await fetch(`${instance.appUrl}${styles}`)).text()
  expect(sheet).toContain('--canvas')
})

const pageFolder = () => path.join(projectRoot, 'app/gallery', instance.name)
const moduleFile = () => path.join(projectRoot, 'lib/core', `${instance.name}.ts`)

function writePage(heading: string) {
  mkdirSync(pageFolder(), { recursive: true })
  writeFileSync(
    path.join(pageFolder(), 'page.tsx'),
    `import { words } from '@/lib/core/${instance.name}'
export default function Page() {
  return <h1>{\`${heading} \${words()}\`}</h1>
}
`,
  )
}

const writeModule = (words: string) => writeFileSync(moduleFile(), `export const words = () => '${words}'\n`)

/** What the page says once it says what is expected; its last answer when it does not in time. */
async function saysSoon(expected: string): Promise<string> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const answer = await fetch(`${instance.appUrl}/gallery/${instance.name}`)
    const said = /<h1>(.*?)<\/h1>/.exec(await answer.text())?.[1] ?? `status ${answer.status}`
    if (said === expected || Date.now() > deadline) return said
    await sleep(250)
  }
}

test('a page that is added, a page that is edited and a module it imports are seen without a restart', async () => {
  writeModule('from a module')
  writePage('A page')
  expect(await saysSoon('A page from a module')).toBe('A page from a module')
  writePage('An edited page')
  expect(await saysSoon('An edited page from a module')).toBe('An edited page from a module')
  writeModule('from an edited module')
  expect(await saysSoon('An edited page from an edited module')).toBe('An edited page from an edited module')
})
