import type { FormFile } from '@/components/checkin/answer-props'
import type { CheckinWords } from '@/components/checkin/words'

/** Sends a file's bare bytes; the answer is what was kept, or a sentence why not. */
export async function sendFile(
  path: string,
  field: string,
  file: Blob,
  words: CheckinWords,
): Promise<FormFile | string> {
  try {
    const answer = await fetch(`${path}?field=${field}`, { method: 'POST', body: file })
    if (answer.status === 404) return words.linkEnded
    const body = await answer.json()
    return answer.ok ? { ...body.data, field } : (body.error?.message ?? words.uploadFailed)
  } catch {
    return words.uploadFailed
  }
}
