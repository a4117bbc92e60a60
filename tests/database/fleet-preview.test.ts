import '../unit/support/environment.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { previewFleet } from '@/lib/fleet/commands/import-fleet'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { tokenFor } from './support/tokens.ts'

const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await foundRentalCompany(database)
})
const demo = path.join(import.meta.dirname, '../../infrastructure/local/demo-data/fleet-zurich.csv')

test('a category or location that is only written otherwise is named before it comes into being', async () => {
  const { companyId, userId } = company.owner
  const token = await tokenFor(gateway, { sub: userId, company_id: companyId })
  const ctx = { companyId, db: gateway.client(undefined, token) } as never
  const [header = '', first = ''] = readFileSync(demo, 'utf8').split(/\r?\n/)
  const another = first.replace('ZH 431 254', 'ZH 431 999').replace('2DEG0D9P4F43ESF4D', 'VF3LCYHZPFS123456')
  const preview = async (row: string) => {
    const seen = await previewFleet(ctx, { file: new File([`${header}\n${row}\n`], 'fleet.csv') })
    return 'fileFault' in seen ? seen : { ready: seen.ready, unknown: seen.unknown }
  }
  expect(await preview(another)).toEqual({ ready: 1, unknown: [] })
  const typo = another.replace('Kleinwagen', 'kleinwagen').replace('Zürich HB', 'Zürich-HB')
  expect(await preview(typo)).toEqual({ ready: 1, unknown: ['kleinwagen', 'Zürich-HB'] })
})
