import type { FormFile } from '@/components/checkin/answer-props'

/** Sends a file's bare bytes; the answer is what was kept, or a sentence why not. */
export async function sendFile(
  path: string,
  field: string,
  file: Blob,
  failed: string,
): Promise<FormFile | string> {
  try {
    const answer = await fetch(`${path}?field=${field}`, { method: 'POST', body: file })
    const body = await answer.json()
    return answer.ok ? { ...body.data, field } : (body.error?.message ?? failed)
  } catch {
    return failed
  }
}
