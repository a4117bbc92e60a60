import { expect, test } from 'vitest'
import { Sheet } from '@/lib/core/documents/sheet'
import { canRender } from '../money/support/read-qr'
import { archiveFaults } from '../support/archive'
import { textOf } from '../support/pdf-text'

async function sheetOf(text: string): Promise<Sheet> {
  const sheet = await Sheet.open({
    title: text,
    author: 'CRMS',
    language: 'de-CH',
    accent: '#1d4ed8',
    madeAt: new Date('2026-11-14T08:20:00Z'),
  })
  sheet.paragraph(text)
  return sheet
}

async function documentOf(text: string): Promise<string> {
  return textOf(await (await sheetOf(text)).document.save())
}

test.skipIf(!canRender())(
  'a letter stays readable for machines when one built upon it was written first',
  async () => {
    expect(await documentOf('Łukasz Škrtić; Ñ')).toContain('Łukasz Škrtić; Ñ')
    expect(await documentOf('Lenker, Schlüssel c/o N')).toContain('Lenker, Schlüssel c/o N')
  },
)

test('a document is finished as archives want it, whatever its title; before that it lacks what they ask for', async () => {
  const title = 'Müller & Söhne <"Łukasz">'
  const sheet = await sheetOf(title)
  expect(await archiveFaults(await sheet.finish({ left: title, page: String }))).toEqual([])
  const faults = await archiveFaults(await (await sheetOf(title)).document.save())
  expect(faults).toEqual(
    expect.arrayContaining([
      'it has no name of its own',
      'nothing says what its colours mean',
      'it has no description',
      expect.stringMatching(/does not tell its length/),
    ]),
  )
})
