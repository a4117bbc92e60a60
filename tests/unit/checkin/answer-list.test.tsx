import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MESSAGES as de } from '@/app/client-words/de'
import { MESSAGES as en } from '@/app/client-words/en'
import { AnswerList } from '@/components/checkin/answer-list'
import { type Checkin, FormField } from '@/lib/checkin/schema'

const field = (key: string, kind: string) =>
  FormField.parse({ key, kind, labels: { de: key, en: key }, required: false })
const file = { id: 'a', field: 'licence', kind: 'front', contentType: 'image/jpeg', bytes: 41_000 }
const checkin: Checkin = {
  formId: 'f',
  fields: [field('licence', 'file'), field('visa', 'file'), field('rules', 'consent'), field('note', 'text')],
  answers: { rules: true },
  submittedAt: null,
  files: [
    { ...file, isPurged: false },
    { ...file, id: 'b', isPurged: true },
  ],
} as never

test.each([
  ['de', de, ['Datei 1 (41 kB)', 'gelöscht nach Ablauf der Frist', 'einverstanden', 'keine Angabe']],
  ['en', en, ['File 1 (41 kB)', 'deleted after its time', 'agreed', 'not answered']],
])('the phone has the words for what was answered in the check-in: %s', (locale, messages, said) => {
  const page = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messages}
      timeZone="Europe/Zurich"
      onError={(error) => {
        throw error
      }}
    >
      <AnswerList checkin={checkin} fileHref={(id) => `/${id}`} />
    </NextIntlClientProvider>,
  )
  for (const words of said) expect(page).toContain(words)
})
