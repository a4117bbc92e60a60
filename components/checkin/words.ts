import { getTranslations } from 'next-intl/server'

const SENTENCES = [
  'submit',
  'submitAgain',
  'saved',
  'saving',
  'notSaved',
  'notSent',
  'savedChange',
  'marked',
  'linkEnded',
  'missing',
  'optional',
  'addFile',
  'addPhoto',
  'uploading',
  'uploadFailed',
  'view',
  'remove',
  'signed',
  'signAgain',
  'clear',
  'accept',
  'typeName',
  'photoHint',
] as const

/** Everything the check-in form says, translated on the server: the browser needs no translator for it. */
export type CheckinWords = Record<(typeof SENTENCES)[number], string>

/** The words of the check-in form in the reader's language. */
export async function checkinWords(): Promise<CheckinWords> {
  const t = await getTranslations('portal.checkin.form')
  return Object.fromEntries(SENTENCES.map((name) => [name, t(name)])) as CheckinWords
}
