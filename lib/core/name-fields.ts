import type { z } from 'zod'
import type { Names } from '@/lib/core/labels'
import { line } from '@/lib/core/line'

const name = line(60)

/** A name as forms send it, a field per language; what a form leaves out is empty. */
export const nameFields = {
  nameDe: name.min(1),
  nameFr: name.default(''),
  nameIt: name.default(''),
  nameEn: name.default(''),
}

type NameFields = z.output<z.ZodObject<typeof nameFields>>

/** The names of a record, without the languages that were left empty. */
export function namesOf({ nameDe, nameFr, nameIt, nameEn }: NameFields): Names {
  return {
    de: nameDe,
    ...(nameFr && { fr: nameFr }),
    ...(nameIt && { it: nameIt }),
    ...(nameEn && { en: nameEn }),
  }
}
