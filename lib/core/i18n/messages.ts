import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import { env } from '@/lib/core/env'
import type { Locale } from '@/lib/core/i18n/locales'
import { languageTag } from '@/lib/core/language-tag'
import { processWide } from '@/lib/core/process-wide'

export type Messages = Record<string, Record<string, unknown>>

async function readMessages(locale: Locale): Promise<Messages> {
  const folder = join(process.cwd(), 'messages', locale)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  const entries = files.map(async (file) => {
    const content = await readFile(join(folder, file), 'utf8')
    return [file.slice(0, -'.json'.length), JSON.parse(content)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** All sentences of a language. The file's name is the namespace: `messages/de/fleet.json` → `useTranslations('fleet')`. */
export function loadMessages(locale: Locale): Promise<Messages> {
  if (env().NODE_ENV !== 'production') return readMessages(locale)
  const loaded = processWide('i18n.messages', () => new Map<Locale, Promise<Messages>>())
  const messages = loaded.get(locale) ?? readMessages(locale)
  loaded.set(locale, messages)
  return messages
}

export type Translate = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean
}

/**
 * A translator for a language that is not the request's: documents, messages to customers, answers to machines. Numbers are written as they are here.
 * What a sentence becomes that cannot be filled in, may be given.
 */
export async function translatorFor(
  locale: Locale,
  namespace: string,
  unfilled?: string,
): Promise<Translate> {
  const messages = await loadMessages(locale)
  return createTranslator({
    locale: languageTag(locale),
    messages,
    namespace,
    ...(unfilled !== undefined && { onError: () => undefined, getMessageFallback: () => unfilled }),
  }) as unknown as Translate
}
