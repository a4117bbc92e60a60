import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChargeLines } from '@/components/money/charge-lines'
import money from '@/messages/de/money.json'

const line = { id: '1', kind: 'manual', code: '', unitRappen: 14_500, vatBp: 810 }

test.each([
  [12.5, 181_250, '12.5\u00A0× Miete Transporter'],
  [1_000, 14_500_000, '1&#x27;000\u00A0× Miete Transporter'],
  [1, 14_500, 'Miete Transporter'],
])('%d of something say so beside their unit price', (quantity, amountRappen, said) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={{ money }} timeZone="Europe/Zurich">
      <ChargeLines
        lines={[{ ...line, quantity, amountRappen, names: { de: 'Miete Transporter' } }]}
        sums={[]}
        currency="CHF"
      />
    </NextIntlClientProvider>,
  )
  expect(html).toContain(`>${said}<`)
})
