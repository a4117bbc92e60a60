/** The categories of a driving licence, those for cars first; the database knows the same ones. */
export const LICENCE_CATEGORIES = [
  'B',
  'BE',
  'C1',
  'C1E',
  'C',
  'CE',
  'D1',
  'D1E',
  'D',
  'DE',
  'A1',
  'A',
  'F',
  'G',
  'M',
] as const
