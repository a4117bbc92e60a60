import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
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
  rmSync(path.join(projectRoot, `.next-${instance.name}-dev`), { recursive: true, force: true })
})

test('the application compiles its pages and their styles as one goes along', async () => {
  const page = await fetch(`${instance.appUrl}/login`)
  expect(page.status).toBe(200)
  const [, styles] = /<link rel="stylesheet" href="([^"]+)"/.exec(await page.text()) ?? []
  const sheet = await (await fetch(`${instance.appUrl}${styles}`)).text()
  expect(sheet).toContain('--canvas')
})
