import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { StartFailure } from '../stack/failure.ts'
import { type Instance, projectRoot } from '../stack/instance.ts'

/** The system account PostgreSQL runs under, and where its program and data are. */
export interface Quarters {
  account: { uid: number; gid: number } | undefined
  program: string
  folder: string
}

/**
 * PostgreSQL refuses to run as root, so root lends it the account `postgres`, else `nobody`. When
 * that account cannot reach the project (a folder under /root, or one made by `mktemp -d`), program
 * and data live under /var/tmp instead.
 */
export function databaseQuarters(instance: Instance, program: string): Quarters {
  if (process.getuid?.() !== 0) {
    mkdirSync(instance.folder, { recursive: true })
    return { account: undefined, program, folder: instance.folder }
  }
  const account = findAccount('postgres') ?? findAccount('nobody')
  if (!account) {
    throw new StartFailure(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to lend it.',
      'Run the command as an ordinary user.',
    )
  }
  mkdirSync(instance.folder, { recursive: true })
  if (isReachable(instance.folder) && isReachable(program))
    return { account, program, folder: instance.folder }
  const outside = outsideFolder()
  const folder = path.join(outside, instance.name)
  mkdirSync(folder, { recursive: true })
  return { account, program: copyProgram(program, outside), folder }
}

function findAccount(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return undefined
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** True when every folder on the way lets everybody pass. */
function isReachable(folder: string): boolean {
  const passable = (statSync(folder).mode & 0o001) !== 0
  const parent = path.dirname(folder)
  return passable && (parent === folder || isReachable(parent))
}

function outsideFolder(): string {
  const id = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)
  const folder = `/var/tmp/crms-${id}`
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (statSync(folder).uid !== 0) {
    throw new StartFailure(
      `${folder} belongs to somebody else.`,
      'Remove it, or move the project out of a private folder.',
    )
  }
  return folder
}

function copyProgram(program: string, outside: string): string {
  const version = path.basename(path.dirname(program))
  const copy = path.join(outside, `program-${version}-${statSync(program).mtimeMs}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(program, unfinished, { recursive: true, verbatimSymlinks: true })
  renameSync(unfinished, copy)
  return copy
}
