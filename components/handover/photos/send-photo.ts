import type { PhotoPosition } from '@/lib/handover/schema'

export type PhotoToSend = { id: string; position: PhotoPosition; takenAt: string; blob: Blob }

/** Sends a photo as bare bytes; its id makes sending it again harmless. Throws with a sentence for people, if there is one. */
export async function sendPhoto(
  handoverId: string,
  { id, position, takenAt, blob }: PhotoToSend,
): Promise<void> {
  const query = new URLSearchParams({ position, clientId: id, takenAt })
  const response = await fetch(`/api/handovers/${handoverId}/photos?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: blob,
  })
  if (response.ok) return
  const body: { error?: { message?: string } } = await response.json().catch(() => ({}))
  throw new Error(body.error?.message ?? '')
}

/** Takes a photo out of the handover. */
export async function dropPhoto(handoverId: string, id: string): Promise<void> {
  const response = await fetch(`/api/handovers/${handoverId}/photos/${id}`, { method: 'DELETE' })
  if (!response.ok) throw new Error(String(response.status))
}

/** Where a photo of a handover is seen. */
export function photoAddress(handoverId: string, id: string, size: 'thumbnail' | 'full'): string {
  return `/api/handovers/${handoverId}/photos/${id}?size=${size}`
}
