import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addendumPdf } from '@/lib/contracts/documents/addendum-pdf'
import { AddendumFacts, type RentalTerms } from '@/lib/contracts/documents/contract-facts'
import { canRender } from '../money/support/read-qr'
import { archiveFaults } from '../support/archive'
import { textOf } from '../support/pdf-text'
import { contractFacts } from './support/contract-facts'
import { examplePictures } from './support/pictures'

const VERIFY = 'http://alpenmobil.localhost:3000/verify'
const HASH = 'b7c2'.repeat(16)
const BEFORE: RentalTerms = {
  vehicle: 'VW Golf',
  plate: 'ZH 431 254',
  vin: 'WVWZZZAUZFP000001',
  starts_at: '2026-11-14T08:00:00Z',
  ends_at: '2026-11-17T08:00:00Z',
  pickup_location: 'Zürich HB',
  return_location: 'Zürich HB',
  included_km: 450,
  extra_km_rappen: 45,
  total_rappen: 36_000,
  extras: [],
}

function facts(
  locale: string,
  after: Partial<RentalTerms> = {},
  driver: AddendumFacts['addendum']['driver'] = null,
): AddendumFacts {
  const contract = contractFacts()
  return AddendumFacts.parse({
    ...contract,
    customer: { ...contract.customer, name: 'Anna Muster' },
    contract: { ...contract.contract, locale },
    addendum: {
      before: BEFORE,
      after: { ...BEFORE, ends_at: '2026-11-19T08:00:00Z', total_rappen: 58_000, ...after },
      readings: {
        back: { odometer_km: 41_200, fuel_percent: 50 },
        out: { odometer_km: 12_040, fuel_percent: 100 },
      },
      driver,
      changed_at: '2026-11-16T09:30:00Z',
      nth: 2,
      signature: {
        signer: 'customer',
        name: 'Anna Muster',
        image_path: 'company/handovers/signature.png',
        document_sha256: HASH,
        signed_at: '2026-11-16T09:35:00Z',
        ip: '192.0.2.1',
      },
    },
  })
}
const write = async (...given: Parameters<typeof facts>) =>
  addendumPdf(facts(...given), await examplePictures(), VERIFY)

test('the same facts give the same bytes', async () => {
  const [one, two] = await Promise.all([write('de'), write('de')])
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  expect(hash(one)).toBe(hash(two))
})

describe.skipIf(!canRender())('on paper', () => {
  test.each([
    [
      'de',
      'Nachtrag 2 zum Mietvertrag M-2026-00042',
      'Preisunterschied',
      'Im Übrigen gilt der Mietvertrag unverändert',
    ],
    ['fr', 'Avenant 2 au contrat de location M-2026-00042', 'Différence de prix', 'demeure inchangé'],
    ['it', 'Appendice 2 al contratto di noleggio M-2026-00042', 'Differenza di prezzo', 'rimane invariato'],
    ['en', 'Addendum 2 to the rental contract M-2026-00042', 'Difference in price', 'stands unchanged'],
  ])(
    'in %s it says what changes, by how much, and who signed',
    async (locale, title, difference, otherwise) => {
      const text = textOf(await write(locale))
      for (const part of [
        title,
        difference,
        otherwise,
        '+ CHF 220.00',
        'CHF 580.00',
        'Anna Muster',
        HASH.slice(0, 20),
      ])
        expect(text).toContain(part)
    },
  )

  test('what stays as it was is not repeated, and a smaller price says so', async () => {
    const text = textOf(await write('de', { plate: 'ZH 8', total_rappen: 30_000 }))
    expect(text).toContain('ZH 8')
    expect(text).toContain('CHF −60.00')
    expect(text).not.toContain('Inbegriffen')
  })

  test('a further driver is named with their licence', async () => {
    const text = textOf(await write('fr', {}, { name: 'Zoé Muster', licence_number: '987654321001' }))
    for (const part of ['Autre conducteur', 'Zoé Muster', '987654321001']) expect(text).toContain(part)
    expect(textOf(await write('fr'))).not.toContain('Autre conducteur')
  })
})

test('archives can keep it for decades', async () => {
  expect(await archiveFaults(await write('fr'))).toEqual([])
})
