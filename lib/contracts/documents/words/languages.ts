import { de } from '@/lib/contracts/documents/words/de'
import { en } from '@/lib/contracts/documents/words/en'
import { fr } from '@/lib/contracts/documents/words/fr'
import { it } from '@/lib/contracts/documents/words/it'
import type { ContractWords } from '@/lib/contracts/documents/words/shape'
import type { DocumentLanguage } from '@/lib/core/documents/language'

export const CONTRACT_WORDS: Record<DocumentLanguage, ContractWords> = { de, fr, it, en }
