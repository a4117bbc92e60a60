import type { Language } from '@/lib/messages/languages'
import { de } from '@/lib/messages/texts/de'
import { en } from '@/lib/messages/texts/en'
import { fr } from '@/lib/messages/texts/fr'
import { it } from '@/lib/messages/texts/it'
import type { Texts } from '@/lib/messages/texts/texts'

const BY_LANGUAGE: Record<Language, Texts> = { de, en, fr, it }

/** The sentences of a language. */
export function textsIn(language: Language): Texts {
  return BY_LANGUAGE[language]
}
