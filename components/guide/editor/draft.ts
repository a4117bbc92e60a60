import type { GuideSection } from '@/lib/guide/schema'

export const LANGUAGES = ['de', 'fr', 'it', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A guide while it is being written. */
export type Draft = {
  id?: string
  names: Record<string, string>
  categoryIds: string[]
  active: boolean
  sections: GuideSection[]
}

export function newSection(): GuideSection {
  const key = `s${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
  return { key, titles: {}, texts: {}, photo_ids: [], paid: false }
}

/** The sections with one moved by a place. */
export function moved(sections: GuideSection[], index: number, by: -1 | 1): GuideSection[] {
  const next = [...sections]
  const [section] = next.splice(index, 1)
  if (section) next.splice(index + by, 0, section)
  return next
}
