import { expect, test } from 'vitest'
import { Sheet } from '@/lib/core/documents/sheet'
import { textOf } from '../support/pdf-text'

async function documentOf(text: string): Promise<string> {
  const sheet = await Sheet.open({
    title: text,
    author: 'CRMS',
    language: 'de-CH',
    accent: '#1d4ed8',
    madeAt: new Date('2026-11-14T08:20:00Z'),
  })
  sheet.paragraph(text)
  return textOf(await sheet.document.save())
}

test('a letter stays readable for machines when one built upon it was written first', async () => {
  expect(await documentOf('Łukasz Škrtić; Ñ')).toContain('Łukasz Škrtić; Ñ')
  expect(await documentOf('Lenker, Schlüssel c/o N')).toContain('Lenker, Schlüssel c/o N')
})
