import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkLibraries } from '@/infrastructure/local/database/binaries'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'binaries-'))
  mkdirSync(path.join(root, 'native/lib'), { recursive: true })
  writeFileSync(path.join(root, 'native/lib/libpq.so.5.17'), '')
})
afterEach(() => rmSync(root, { recursive: true }))

test('PostgreSQL finds its libraries although no install script ran, and again when some links are there', () => {
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.17',
    target: `native/lib/${name}`,
  }))
  writeFileSync(path.join(root, 'native/pg-symlinks.json'), JSON.stringify(links))
  linkLibraries(path.join(root, 'native'))
  rmSync(path.join(root, 'native/lib/libpq.so'))
  linkLibraries(path.join(root, 'native'))
  for (const { target } of links) expect(readlinkSync(path.join(root, target))).toBe('libpq.so.5.17')
})

test('a platform without links needs none', () => {
  expect(() => linkLibraries(path.join(root, 'native'))).not.toThrow()
})
