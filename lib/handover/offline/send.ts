import type { StepProblem } from '@/lib/handover/offline/database'
import type { Send, SendResult } from '@/lib/handover/offline/queue'
import type { EnteredStep } from '@/lib/handover/schema'

const STEP_MS = 30_000
const UPLOAD_MS = 180_000

type Answer<T> = { kind: 'ok'; data: T; at: number | null } | Exclude<SendResult, { kind: 'sent' }>

/** Sends steps to our own server, and photos ahead of theirs straight to storage. */
export const sendStep: Send = async (step, bytes) => {
  const { work } = step
  if (work.kind !== 'add_photo') return post(step)
  if (!bytes) return refused({ code: 'photo_lost', message: '', details: {} })
  const uploaded = await upload(work.photoId, bytes)
  return uploaded ?? post(step)
}

async function post(step: EnteredStep): Promise<SendResult> {
  const answer = await ask<{ handoverId: string | null }>('/api/handovers/steps', step)
  // The upload was cleared away before its step arrived: the next try brings it again.
  if (answer.kind === 'refused' && answer.problem.code === 'upload_missing') return { kind: 'unreachable' }
  if (answer.kind !== 'ok') return answer
  const clockOffsetMs = answer.at === null ? null : answer.at - Date.now()
  return { kind: 'sent', handoverId: answer.data.handoverId, clockOffsetMs }
}

/** Puts a photo into storage; null when it lies there, else why not. */
async function upload(photoId: string, bytes: ArrayBuffer): Promise<SendResult | null> {
  const answer = await ask<{ url: string | null }>('/api/handovers/uploads', { photoId })
  if (answer.kind !== 'ok') return answer
  if (answer.data.url === null) return null
  const response = await fetch(answer.data.url, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: bytes,
    signal: AbortSignal.timeout(UPLOAD_MS),
  }).catch(() => null)
  // Somebody was faster: another tab, or a try whose answer was lost.
  if (response?.ok || response?.status === 409) return null
  if (response === null) return { kind: 'unreachable' }
  return { kind: 'fault', problem: { code: 'upload_refused', message: '', details: {} } }
}

async function ask<T>(path: string, body: unknown): Promise<Answer<T>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(STEP_MS),
  }).catch(() => null)
  if (response === null) return { kind: 'unreachable' }
  const said: unknown = await response.json().catch(() => null)
  const at = Date.parse(response.headers.get('date') ?? '')
  if (response.ok && said !== null)
    return { kind: 'ok', data: (said as { data: T }).data, at: Number.isNaN(at) ? null : at }
  const { status } = response
  if (status === 401) return { kind: 'signed_out' }
  // A proxy's own page, too many at once: the network, as far as anybody here can tell.
  if (said === null || status === 429 || status === 503) return { kind: 'unreachable' }
  const { code, message, details } = (said as { error: StepProblem }).error
  const problem = { code, message, details: details ?? {} }
  return status >= 500 ? { kind: 'fault', problem } : refused(problem)
}

function refused(problem: StepProblem): Extract<SendResult, { kind: 'refused' }> {
  return { kind: 'refused', problem }
}
