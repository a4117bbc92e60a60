import { setTimeout as sleep } from 'node:timers/promises'
import { workOutbox } from '@/lib/core/outbox'
import { messageHandlers } from '@/lib/messages/handlers/by-topic'

// The outbox's worker alone, for bench:outbox to kill at any moment: what the cron does, without waiting for the minute.
const requestId = `bench-${process.pid}`
for (;;) {
  await workOutbox(messageHandlers, { requestId, stopAt: new Date(Date.now() + 50_000) })
  await sleep(100)
}
