import net from 'node:net'
import { StartFailure } from './failure.ts'
import type { Instance } from './instance.ts'

/** Refuses to start when one of the ports is taken, naming it, before anything was started. */
export async function requireFreePorts(instance: Instance, wanted: Record<string, number>): Promise<void> {
  for (const [purpose, port] of Object.entries(wanted)) {
    if (await isFree(port)) continue
    const others = await freeOffset(instance, Object.values(wanted))
    const stop = `Stop that program (see "lsof -i :${port}")`
    throw new StartFailure(
      `Port ${port} (${purpose}) is taken by another program.`,
      others === null
        ? `${stop}.`
        : `${stop}, or use other ports: CRMS_STACK=${instance.name}-2 CRMS_STACK_OFFSET=${others} npm run …`,
    )
  }
}

/** The next place whose ports are all free at the moment, of the ten there are; `instance.ts` says how far apart they lie. */
async function freeOffset(instance: Instance, wanted: number[]): Promise<number | null> {
  for (let step = 1; step < 10; step += 1) {
    const offset = (instance.offset + step) % 10
    const ports = wanted.map((port) => port + (offset - instance.offset) * (port < 50_000 ? 100 : 1_000))
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return offset
  }
  return null
}

/** A port that nobody uses at the moment. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Both loopback addresses must be free: browsers try ::1 first for `localhost`. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::'))
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
