import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Refusal } from '@/components/booking-site/details-form/refusal'
import type { DetailsWords } from '@/components/booking-site/details-form/words'

const words = {
  labels: { birthDate: 'Geburtsdatum', phone: 'Telefon' },
  problems: [null, 'Ein Feld', 'Zwei Felder'],
  offline: 'Keine Verbindung',
} as unknown as DetailsWords

test('what was mended since is told no more', () => {
  const fields = { 'customer.birthDate': 'Datum ungültig', 'customer.phone': 'Nummer ungültig' }
  const told = (still: string[]) =>
    renderToStaticMarkup(
      <Refusal reply={{ kind: 'refused', message: '', fields, requestId: '' }} still={still} words={words} />,
    )
  expect(told(Object.keys(fields))).toMatch(/Zwei Felder.*Geburtsdatum.*Telefon/)
  expect(told(['customer.phone'])).toMatch(/Ein Feld.*Telefon/)
  expect(told(['customer.phone'])).not.toContain('Geburtsdatum')
})
