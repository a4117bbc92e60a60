import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
const documents = tracked.filter((file) => file.endsWith('.md'))
const commands = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts)

/** What comes to be when something runs, and patterns that stand for many. */
const madeLater = /^(\.local|screens|reports|node_modules|\.next)\b|[<*…]/

/** What a document links to, or names in backticks, and that looks like a file or folder of this project. */
function namedPaths(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '')
  const quoted = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name)
  const linked = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  const looksLikePath = /^[^:{}]+(\.(tsx?|md|sql|json|toml|mjs|cjs|js)|\/)$/
  return [...quoted, ...linked].filter((name) => looksLikePath.test(name) && !name.startsWith('/'))
}

function exists(name: string): boolean {
  const wanted = name.replace(/\/$/, '')
  return tracked.some((file) => `/${file}/`.includes(`/${wanted}/`))
}

test.each(documents)('%s names only files, folders and commands that exist', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8')
  const paths = namedPaths(text).filter((name) => !madeLater.test(name) && !exists(name))
  const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
  expect([...paths, ...scripts.filter((name) => !commands.includes(name))]).toEqual([])
})
