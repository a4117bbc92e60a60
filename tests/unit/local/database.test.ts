import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { executable } from '../../../infrastructure/local/database/binaries.ts'
import { scratchInstance } from '../../../infrastructure/local/database/scratch.ts'
import { StartFailure } from '../../../infrastructure/local/stack/failure.ts'
import { describeInstance } from '../../../infrastructure/local/stack/instance.ts'

afterEach(() => vi.unstubAllEnvs())

test('a program that is missing is named, with a way out', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'no-postgres-'))
  const failure = new StartFailure(
    `The program ${path.join(folder, 'bin/postgres')} is missing.`,
    'Delete node_modules and run the command again.',
  )
  expect(() => executable(folder, 'postgres')).toThrow(failure)
})

test('the database that checks throw away is nobody’s, whatever instance the environment names', () => {
  vi.stubEnv('CRMS_STACK', 'demo')
  const fallback = { name: 'demo', offset: 0 }
  const scratch = scratchInstance(60_000)
  expect(scratch.folder).not.toBe(describeInstance(fallback).folder)
  expect(scratch.databaseUrl).toContain(':60000/')
  vi.stubEnv('CRMS_STACK', scratch.name)
  expect(() => describeInstance(fallback)).toThrow(StartFailure)
})
