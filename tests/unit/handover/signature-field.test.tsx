import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SignatureField } from '@/components/handover/signature/signature-field'

const field = (isVoided: boolean, drawn: string | null) =>
  renderToStaticMarkup(
    <SignatureField
      label="Unterschrift"
      language="de"
      isVoided={isVoided}
      drawn={drawn}
      onChange={() => undefined}
    />,
  )

test('a field whose signature no longer counts says why it is empty, until it is signed anew', () => {
  expect(field(true, null)).toContain('bitte nochmals unterschreiben')
  expect(field(true, 'data:')).not.toContain('bitte nochmals unterschreiben')
  expect(field(false, null)).not.toContain('bitte nochmals unterschreiben')
})
