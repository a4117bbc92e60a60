/** What can be asked. `identity` is a photo of a licence or passport, kept ninety days after the rental. */
export const FIELD_KINDS = [
  'text',
  'long_text',
  'number',
  'date',
  'choice',
  'multi_choice',
  'consent',
  'file',
  'identity',
  'signature',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Whether the answer is one or several of given options. */
export function isChoice(kind: FieldKind): boolean {
  return kind === 'choice' || kind === 'multi_choice'
}

/** Whether the answer is a file. */
export function isFile(kind: FieldKind): boolean {
  return kind === 'file' || kind === 'identity' || kind === 'signature'
}
