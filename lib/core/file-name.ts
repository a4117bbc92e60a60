const LONGEST_STEM = 60
const ENDING = /\.([A-Za-z0-9]{1,10})$/

/**
 * A file's name as it may be shown and sent: one line, no path, nothing that turns the writing around; ending as what it is, or, of a file nobody has
 * looked into yet, as it says itself. Null where nothing is left of it.
 */
export function fileName(given: string | null | undefined, extension?: string): string | null {
  const name = (given ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/^.*[/\\]/, '')
    .trim()
  const stem = name
    .replace(/\.[^.]*$/, '')
    .replace(/["<>:|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const ending = extension ?? ENDING.exec(name)?.[1]
  if (stem === '') return null
  return [[...stem].slice(0, LONGEST_STEM).join('').trim(), ending].filter(Boolean).join('.')
}
