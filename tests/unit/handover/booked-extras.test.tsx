import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useBookedExtras } from '@/components/handover/use-booked-extras'
import { loadMessages } from '@/lib/core/i18n/messages'
import { newDraft } from '@/lib/handover/offline/draft'
import { toFutureContract } from '@/lib/handover/queries/transform'
import { handoverOf } from './support/handover.ts'

const line = (kind: string, code: string, quantity: number, name: string) => ({
  kind,
  code,
  quantity,
  names: { de: name },
})
/** What is agreed with a child seat for two, snow chains and a lower excess. */
const contract = toFutureContract(
  {
    starts_at: '2026-12-01T09:00:00Z',
    ends_at: '2026-12-04T09:00:00Z',
    currency: 'CHF',
    locale: 'de',
    price: {
      total_rappen: 30_000,
      lines: [
        line('rental', 'day', 3, 'Tag'),
        line('extra', 'child_seat', 2, 'Kindersitz'),
        line('extra', 'snow_chains', 1, 'Schneeketten'),
        line('extra', 'low_excess', 1, 'Selbstbehalt 500'),
      ],
    },
    terms_version: 1,
  },
  {},
  210,
)

function Booked() {
  return useBookedExtras({ contract })
}

test('staff read at the pickup what was booked with the vehicle', async () => {
  const messages = await loadMessages('de')
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="Europe/Zurich">
      <Booked />
    </NextIntlClientProvider>,
  )
  expect(html).toBe('2 × Kindersitz, Schneeketten, Selbstbehalt 500')
})

test('what was booked and goes along is ticked beforehand; at a return nothing is back before it was seen', () => {
  expect(newDraft({ ...handoverOf('pickup:1'), contract }).accessories).toEqual(['child_seat', 'snow_chains'])
  expect(newDraft({ ...handoverOf('return:1'), contract }).accessories).toEqual([])
  expect(newDraft(handoverOf('pickup:1')).accessories).toEqual([])
})
