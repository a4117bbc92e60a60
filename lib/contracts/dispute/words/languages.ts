import { de } from '@/lib/contracts/dispute/words/de'
import { en } from '@/lib/contracts/dispute/words/en'
import { fr } from '@/lib/contracts/dispute/words/fr'
import { it } from '@/lib/contracts/dispute/words/it'
import type { DisputeWords } from '@/lib/contracts/dispute/words/shape'
import type { DocumentLanguage } from '@/lib/core/documents/language'

export const DISPUTE_WORDS: Record<DocumentLanguage, DisputeWords> = { de, fr, it, en }
