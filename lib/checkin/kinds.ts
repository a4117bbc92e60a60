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

/** What a later question may hang on: the answers of a choice, and a consent that was given. */
export function possibleAnswers(field: {
  kind: FieldKind
  options?: { key: string }[] | undefined
}): string[] {
  return field.kind === 'consent' ? ['true'] : (field.options ?? []).map(({ key }) => key)
}
