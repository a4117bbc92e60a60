import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FileAnswer } from '@/components/checkin/file-answer'
import type { CheckinWords } from '@/components/checkin/words'
import { FORM_TEMPLATE } from '@/lib/checkin/template'
import { fieldViews } from '@/lib/checkin/view'

test('each button that removes a file says which one', () => {
  const [field] = fieldViews(FORM_TEMPLATE, 'de')
  if (!field) throw new Error('The template has questions.')
  const file = (id: string) => ({ id, field: field.key, contentType: 'image/jpeg', bytes: 40_000 })
  const page = renderToStaticMarkup(
    <FileAnswer
      field={field}
      files={[file('a'), file('b')]}
      words={{ remove: 'Entfernen' } as CheckinWords}
      filesPath="/files"
      changeFiles={() => undefined}
      hint=""
    />,
  )
  expect(page.match(/Entfernen: [^<]*/g)).toEqual([
    'Entfernen: Führerausweis, Vorderseite 1',
    'Entfernen: Führerausweis, Vorderseite 2',
  ])
})
