import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../stack/instance.ts'

/** What the built application is made of. */
const ingredients = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'service-worker',
  'infrastructure/build',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
]

/** A fingerprint of the application's sources and of the variables that are compiled into it. */
export function sourceHash(environment: Record<string, string>): string {
  const hash = createHash('sha256')
  for (const file of ingredients.flatMap((name) => filesUnder(path.join(projectRoot, name)))) {
    hash.update(`\0${path.relative(projectRoot, file)}\0`).update(readFileSync(file))
  }
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`\0${name}=${value}`)
  }
  return hash.digest('hex')
}

function filesUnder(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)))
}
