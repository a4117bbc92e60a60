import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CategoryTiles } from '@/components/booking-site/category-tiles'
import { loadMessages } from '@/lib/core/i18n/messages'

const messages = await loadMessages('fr')
const category = (id: string, name: string) => ({ id, names: { fr: name }, bodyType: null, photo: null })
const company = {
  currency: 'CHF',
  categories: [category('suv', 'SUV'), category('camper', 'Camping-car')],
}

test('a class says its lowest price a day, and nothing where none is known', () => {
  const tiles = renderToStaticMarkup(
    <NextIntlClientProvider locale="fr" messages={messages} timeZone="Europe/Zurich">
      <CategoryTiles
        company={company}
        offers={[
          { categoryId: 'suv', perDayRappen: 8910 },
          { categoryId: 'camper', perDayRappen: null },
        ]}
        search={{ from: '2026-12-01T10:00', to: '2026-12-04T10:00', extras: {} }}
        locale="fr"
      />
    </NextIntlClientProvider>,
  )
  const [suv = '', camper = ''] = tiles.split('</li>')
  expect(suv).toContain('dès CHF\u00a089.10 par jour')
  expect(camper).toContain('Camping-car')
  expect(camper).not.toContain('par jour')
})
