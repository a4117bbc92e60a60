import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')

/** The files of ours a file loads, types left out. */
function loadedBy(text: string): string[] {
  return [...text.matchAll(/^import (?!type\b)[^'"]*?from '@\/([^']+)'/gms)].flatMap(([, name = '']) =>
    [`${name}.tsx`, `${name}.ts`].filter((file) => existsSync(path.join(root, file))),
  )
}

test('no component that runs in customers’ browsers looks for words there: their pages bring none along', () => {
  const queue = globSync('app/{site,widget}/**/*.tsx', { cwd: root }).map((file) => ({
    file,
    runsThere: false,
  }))
  const seen = new Set<string>()
  const searching = new Set<string>()
  for (const { file, runsThere } of queue) {
    const text = readFileSync(path.join(root, file), 'utf8')
    const isThere = runsThere || text.startsWith("'use client'")
    if (isThere && /use(Translations|Locale|Formatter)\(/.test(text)) searching.add(file)
    for (const next of loadedBy(text)) {
      const key = `${next} ${isThere}`
      if (seen.has(key)) continue
      seen.add(key)
      queue.push({ file: next, runsThere: isThere })
    }
  }
  expect(queue.length).toBeGreaterThan(100)
  expect([...searching]).toEqual([])
})
