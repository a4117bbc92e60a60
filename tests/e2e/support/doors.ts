import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../../..')
const app = path.join(root, 'app')

/** A way into the application: a route's method, a page, or a server action. */
export interface Door {
  name: string
  path: string
  method: string
  /** Id of a server action. */
  action?: string
}

/** `app/(dashboard)/dashboard/fleet/[id]/page.tsx` → `/dashboard/fleet/00000000-…`. */
function addressOf(file: string): string {
  const folders = path.dirname(file).split(path.sep)
  const segments = folders.filter((folder) => folder !== '.' && !/^\(.*\)$/.test(folder))
  return `/${segments.map((segment) => segment.replace(/^\[.*\]$/, '00000000-0000-4000-8000-000000000000')).join('/')}`
}

/** Every method of every route under `app/api`. */
export function routeDoors(): Door[] {
  return globSync('api/**/route.ts', { cwd: app }).flatMap((file) => {
    const source = readFileSync(path.join(app, file), 'utf8')
    const methods = [
      ...source.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g),
    ]
    return methods.map(([, method = '']) => ({
      name: `${method} ${addressOf(file)}`,
      path: addressOf(file),
      method,
    }))
  })
}

/** Every page that only members may see. */
export function memberPages(): Door[] {
  return globSync('{(dashboard),(handover)}/**/page.tsx', { cwd: app }).map((file) => ({
    name: addressOf(file),
    path: addressOf(file),
    method: 'GET',
  }))
}

/** Every server action of the members' screens, by the id the build gave it. */
export function memberActions(): Door[] {
  const file = path.join(root, process.env.APP_BUILD ?? '', 'server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
  }
  return Object.entries(node)
    .filter(([, { filename }]) => /^app\/\((dashboard|handover)\)\//.test(filename))
    .map(([action, { exportedName, workers }]) => {
      const [page = ''] = Object.keys(workers)
      return { name: exportedName, path: addressOf(page.replace(/^app\//, '')), method: 'POST', action }
    })
}

/** Asks at a door of this server as somebody without a session. */
export function knock(origin: string, door: Door): Promise<Response> {
  const isAction = door.action !== undefined
  return fetch(origin + door.path, {
    method: door.method,
    redirect: 'manual',
    headers: {
      origin,
      ...(isAction && {
        'next-action': door.action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      }),
      ...(!isAction && door.method !== 'GET' && { 'content-type': 'application/json' }),
    },
    ...(door.method !== 'GET' && { body: isAction ? '[{}]' : '{}' }),
  })
}
