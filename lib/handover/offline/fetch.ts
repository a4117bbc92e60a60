import type { Task } from '@/lib/dashboard/schema'
import type { PreparedHandover } from '@/lib/handover/handover'
import type { HandoverRef } from '@/lib/handover/schema'

export type Wash = Extract<Task, { kind: 'cleaning' }>
export type Today = { handovers: PreparedHandover[]; washes: Wash[] }
export type One = { handover: PreparedHandover; isSealed: boolean; contractUrl: string | null }

/** What came of asking: an answer and how far the server's clock is ahead, or why there is none. */
export type Fetched<T> =
  | { kind: 'ok'; data: T; clockOffsetMs: number | null }
  | { kind: 'unreachable' | 'signed_out' | 'not_found' }

/** Today's handovers and washes. */
export function fetchToday(): Promise<Fetched<Today>> {
  return get('/api/handovers/today')
}

/** The handovers of the days to come. */
export function fetchComing(): Promise<Fetched<{ handovers: PreparedHandover[] }>> {
  return get('/api/handovers/coming')
}

/** One handover, whatever day it is due. */
export function fetchOne(ref: HandoverRef): Promise<Fetched<One>> {
  return get(`/api/handovers?${new URLSearchParams(ref)}`)
}

async function get<T>(path: string): Promise<Fetched<T>> {
  const response = await fetch(path, { signal: AbortSignal.timeout(20_000) }).catch(() => null)
  if (response?.status === 401) return { kind: 'signed_out' }
  if (response?.status === 404 || response?.status === 422) return { kind: 'not_found' }
  const said: unknown = response?.ok ? await response.json().catch(() => null) : null
  if (!response || said === null) return { kind: 'unreachable' }
  const at = Date.parse(response.headers.get('date') ?? '')
  return {
    kind: 'ok',
    data: (said as { data: T }).data,
    clockOffsetMs: Number.isNaN(at) ? null : at - Date.now(),
  }
}
