import net from 'node:net'
import { StartFailure } from './failure.ts'
import type { Instance } from './instance.ts'

/** Refuses to start when one of the ports is taken, naming it, before anything was started. */
export async function requireFreePorts(instance: Instance, wanted: Record<string, number>): Promise<void> {
  for (const [purpose, port] of Object.entries(wanted)) {
    if (await isFree(port)) continue
    throw new StartFailure(
      `Port ${port} (${purpose}) is taken by another program.`,
      `Stop that program (see "lsof -i :${port}"), or use other ports: CRMS_STACK=${instance.name}-2 CRMS_STACK_OFFSET=${(instance.offset + 1) % 10} npm run …`,
    )
  }
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
