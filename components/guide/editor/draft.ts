import { newKey, type Written } from '@/components/customer-texts/draft'
import type { GuideSection } from '@/lib/guide/schema'

/** A guide while it is being written. */
export type Draft = Written & { sections: GuideSection[] }

export function newSection(): GuideSection {
  return { key: newKey('s'), titles: {}, texts: {}, photo_ids: [], paid: false }
}
