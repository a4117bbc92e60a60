import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Instance } from '../../infrastructure/local/stack/instance.ts'
import { type CommandLine, forget, npmRun, ownInstance } from './support/command-line.ts'
import { family, survivors } from './support/processes.ts'

const instances: Instance[] = []
let npm: CommandLine
let everybody: number[]

beforeEach(async () => {
  const instance = await ownInstance(9)
  instances.push(instance)
  npm = npmRun(instance, 'stack')
  await npm.says('Ready.')
  everybody = family(npm.pid)
  // npm, its shell, the first step, the supervisor, a leash and a program for database and gateway, at the least.
  expect(everybody.length).toBeGreaterThan(7)
})
afterAll(() => {
  for (const instance of instances) forget(instance)
})

test('Ctrl-C ends everything', async () => {
  process.kill(-npm.pid, 'SIGINT')
  expect(await survivors(everybody)).toEqual([])
})

test('ending npm alone ends everything', async () => {
  process.kill(npm.pid, 'SIGTERM')
  expect(await survivors(everybody)).toEqual([])
})

test('killing the supervisor outright ends every part', async () => {
  const { folder } = instances.at(-1) as Instance
  process.kill(Number(readFileSync(path.join(folder, 'supervisor.pid'), 'utf8')), 'SIGKILL')
  expect(await survivors(everybody)).toEqual([])
})
