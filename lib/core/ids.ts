import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'

/** A request's id: the caller's if it looks like one, otherwise a fresh one. It ends up in logs, so it is never trusted as it is. */
export function requestIdFrom(header: string | null | undefined): string {
  return header && /^[A-Za-z0-9_-]{8,64}$/.test(header) ? header : randomUUID()
}

/** Compares two secrets without telling by its duration how much of them agrees. */
export function secretsMatch(given: string, expected: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/** Whether a text can be the id of a record at all; what cannot be leads nowhere, as an unknown one does. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
