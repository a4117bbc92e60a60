import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadMessages } from '@/lib/core/i18n/messages'

const TRANSLATORS =
  /const (\w+) = (?:await )?(?:useTranslations|getTranslations|translatorFor)\((?:[\w.]+, )?'([^']+)'\)/g

/** What a file asks its translators for: the full path, or that of the group where the rest is known only when it runs. */
function askedIn(source: string): string[][] {
  const translators = Map.groupBy(source.matchAll(TRANSLATORS), ([, name]) => name)
  return [...translators].flatMap(([name, found]) =>
    [...source.matchAll(new RegExp(`\\b${name}(?:\\.rich)?\\(\\s*['\`]([^'\`]+)['\`]`, 'g'))].map(
      ([, key = '']) => {
        const known = key.includes('$' + '{') ? key.split('$' + '{')[0]?.replace(/\.?[^.]*$/, '') : key
        return found.map(([, , namespace]) => [namespace, known].filter(Boolean).join('.'))
      },
    ),
  )
}

test('every sentence that is asked for by name exists', async () => {
  const messages = await loadMessages('de')
  const exists = (path: string) =>
    path
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], messages) !==
    undefined
  const files = ['app', 'components', 'lib'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  )
  const missing = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => askedIn(readFileSync(file, 'utf8')).map((paths) => ({ file, paths })))
    .filter(({ paths }) => !paths.some(exists))
  expect(missing).toEqual([])
})
