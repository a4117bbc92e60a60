import process from 'node:process'
import { createGateway, type GatewayOptions } from './gateway.ts'
import { serveGateway } from './http-server.ts'

/**
 * The gateway as a process of its own: options come in `GATEWAY_OPTIONS` as JSON, the line
 * "gateway ready" goes out.
 */
const { port, ...options }: GatewayOptions & { port: number } = JSON.parse(
  process.env.GATEWAY_OPTIONS ?? '{}',
)
const gateway = await createGateway(options)
const server = await serveGateway(gateway, port)

process.once('SIGTERM', async () => {
  await server.close()
  await gateway.close()
  process.exit(0)
})
console.log('gateway ready')
