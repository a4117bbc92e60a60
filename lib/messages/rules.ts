import type { Channel } from '@/lib/messages/conversation'
import { plainSigns, smsLength } from '@/lib/messages/sms-length'

/** How many signs a message holds, and how many files. The database keeps the same bounds, as the rule. */
export const MOST_SIGNS: Record<Channel, number> = {
  portal: 4_000,
  email: 4_000,
  sms: 1_600,
  whatsapp: 1_600,
}
export const MOST_FILES_ON: Record<Channel, number> = { portal: 5, email: 5, sms: 0, whatsapp: 1 }

/** What leaves as a short message is written in plain signs, and counted so. */
export function smsFigures(body: string): { characters: number; segments: number } {
  const { characters, segments } = smsLength(plainSigns(body.trim()))
  return { characters, segments }
}

export type Obstacle = { kind: 'tooLong'; left: number; most: number } | { kind: 'smsUsedUp'; left: number }

/** Why what is written cannot leave on a way; null when it can. `smsLeft`: the short messages of this month, null where nobody counts. */
export function obstacleOn(channel: Channel, body: string, smsLeft: number | null): Obstacle | null {
  const most = MOST_SIGNS[channel]
  const text = channel === 'sms' ? plainSigns(body.trim()) : body.trim()
  if (text.length > most) return { kind: 'tooLong', left: most - text.length, most }
  if (channel === 'sms' && smsLeft !== null && smsFigures(body).segments > smsLeft)
    return { kind: 'smsUsedUp', left: smsLeft }
  return null
}
