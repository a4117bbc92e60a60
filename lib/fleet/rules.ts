import type { BodyType } from '@/lib/fleet/schema'

const BODY_WORDS: [BodyType, RegExp][] = [
  ['camper', /camper|wohnmobil|motorhome|camping|california/i],
  ['minibus', /minibus|kleinbus|reisebus|\bbus\b|(8|9)[- ]?(pl|sitz|seat)/i],
  ['van', /transporter|lieferwagen|kastenwagen|\bvan\b|nutzfahrzeug|cargo|utilitaire|furgone|umzug/i],
  ['suv', /suv|geländewagen|gelände|off-?road|4x4|crossover/i],
  ['estate', /kombi|estate|wagon|break|touring|avant|variant/i],
  ['convertible', /cabrio|convertible|roadster|spider/i],
]

/** The body type a category's name suggests; `compact` when it suggests none. It only chooses a silhouette and can be changed. */
export function bodyTypeOf(category: string): BodyType {
  return BODY_WORDS.find(([, words]) => words.test(category))?.[0] ?? 'compact'
}
