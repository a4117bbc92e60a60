import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

/** The browser tab's title of a dashboard page, from its feature's messages. */
export function pageTitle(namespace: string, key = 'title'): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations(namespace)
    return { title: t(key) }
  }
}
