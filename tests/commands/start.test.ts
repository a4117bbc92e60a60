import { mkdirSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Instance } from '../../infrastructure/local/stack/instance.ts'
import { databaseFolder, forget, npmRun, ownInstance } from './support/command-line.ts'
import { family, survivors } from './support/processes.ts'

let instance: Instance

beforeEach(async () => {
  instance = await ownInstance(4)
})
afterEach(() => forget(instance))

test('a taken port is named before anything is started, with other ports to use', async () => {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(instance.ports.gateway, '127.0.0.1', resolve))
  const next = net.createServer()
  await new Promise<void>((resolve) => {
    next.on('error', () => resolve())
    next.listen(instance.ports.gateway + 1_000, '127.0.0.1', resolve)
  })
  const { output, code } = await npmRun(instance, 'stack').ended
  server.close()
  next.close()
  expect(code).toBe(1)
  expect(output).toContain(`Port ${instance.ports.gateway} (Supabase gateway) is taken by another program.`)
  const [, others] = /→ Stop that program .* CRMS_STACK_OFFSET=(\d) npm run/.exec(output) ?? []
  expect(others).toBeDefined()
  // The place beside is taken as well, so that is not the one to go to.
  expect(Number(others)).not.toBe((instance.offset + 1) % 10)
})

test('an incomplete data folder is refused, and its way out is one', async () => {
  const data = path.join(databaseFolder(instance), 'postgres')
  mkdirSync(data, { recursive: true })
  writeFileSync(path.join(data, 'PG_VERSION'), '17\n')
  const { output, code } = await npmRun(instance, 'stack').ended
  expect(code).toBe(1)
  expect(output).toContain(`The database folder ${data} is incomplete.`)
  expect(output).toContain('npm run stack -- --reset')

  const again = npmRun(instance, 'stack', '--', '--reset')
  await again.says('Ready.')
  const everybody = family(again.pid)
  process.kill(-again.pid, 'SIGINT')
  expect(await survivors(everybody)).toEqual([])
})

test('an instance is started once, and the second is told where the first is', async () => {
  const first = npmRun(instance, 'stack')
  await first.says('PostgreSQL 17 runs')
  const { output, code } = await npmRun(instance, 'stack').ended
  expect(code).toBe(1)
  expect(output).toContain(`The stack "${instance.name}" is already running`)
  const everybody = family(first.pid)
  process.kill(-first.pid, 'SIGINT')
  expect(await survivors(everybody)).toEqual([])
})
