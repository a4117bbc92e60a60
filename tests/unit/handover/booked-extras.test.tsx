import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useBookedExtras } from '@/components/handover/use-booked-extras'
import { loadMessages } from '@/lib/core/i18n/messages'
import { newDraft } from '@/lib/handover/offline/draft'
import { openPieces, thingsAlong, withheldPieces } from '@/lib/handover/pieces'
import { toChecklist, toFutureContract, withStocked } from '@/lib/handover/queries/transform'
import { handoverOf } from './support/handover.ts'

const line = (kind: string, code: string, quantity: number, name: string) => ({
  kind,
  code,
  quantity,
  amount_rappen: quantity * 1_000,
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
  { litre: 210, kwh: 60 },
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

test('of what was booked the things go along, by the company’s stock or by what they are', () => {
  const gps = { code: 'gps', names: { de: 'Navi' }, quantity: 1, amountRappen: 900, isPiece: false }
  const extras = withStocked([...contract.extras, gps], ['gps'])
  const known = { ...handoverOf('pickup:1'), contract: { ...contract, extras } }
  expect(newDraft(known).accessories).toEqual(['child_seat', 'snow_chains', 'gps'])
  expect(thingsAlong(known.contract).filter((code) => code === 'gps' || code === 'child_seat')).toHaveLength(
    2,
  )
  expect(thingsAlong(known.contract)).not.toContain('low_excess')
  expect(toChecklist({ keys: 1, accessories: ['gps'] }).accessories).toEqual(['gps'])
})

test('a booked piece that is not ticked waits for a word, until it goes along or somebody says that it stays', () => {
  const pickup = { ...handoverOf('pickup:1'), contract }
  const codes = (pieces: { code: string }[]) => pieces.map(({ code }) => code)
  const unticked = { accessories: ['snow_chains', 'vest'] }
  expect(codes(openPieces(pickup, unticked))).toEqual(['child_seat'])
  expect(codes(withheldPieces(pickup, unticked))).toEqual([])
  const said = { ...unticked, notHandedOver: ['child_seat'] }
  expect(codes(openPieces(pickup, said))).toEqual([])
  expect(withheldPieces(pickup, said)).toMatchObject([{ code: 'child_seat', amountRappen: 2_000 }])
  // Ticked after all: what was said before does not count.
  const ticked = { ...said, accessories: ['child_seat', 'snow_chains'] }
  expect(codes(withheldPieces(pickup, ticked))).toEqual([])
  for (const key of ['return:1', 'exchange:1'] as const)
    expect(openPieces({ ...handoverOf(key), contract }, unticked)).toEqual([])
})
