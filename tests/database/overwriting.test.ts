import '../unit/support/environment.ts'
import { beforeAll, expect, test } from 'vitest'
import { updateProfile, updateTerms } from '@/lib/companies/commands/update-settings'
import { LocationChange, listLocationSettings, saveLocation } from '@/lib/companies/locations'
import { CompanyProfile } from '@/lib/companies/profile-schema'
import { getSettings } from '@/lib/companies/settings'
import type { CompanyContext } from '@/lib/core/context'
import { NOTHING_SEEN } from '@/lib/core/seen'
import { createCustomer, updateCustomer } from '@/lib/customers/commands'
import { CustomFieldChange, listCustomFields, saveCustomField } from '@/lib/customers/custom-fields'
import { getCustomer } from '@/lib/customers/queries'
import { removeDriver, saveAccount, saveCustomerVehicle, saveDriver } from '@/lib/customers/record-commands'
import { Account, CustomerVehicle, DriverRecord } from '@/lib/customers/records-schema'
import { CustomerChange, NewCustomer } from '@/lib/customers/schema'
import { saveExtra, updateCategory, updateRate } from '@/lib/fleet/commands/change-fleet'
import { moveMaintenance, planMaintenance } from '@/lib/fleet/maintenance/commands'
import { listMaintenance } from '@/lib/fleet/maintenance/queries'
import { MaintenanceFilters, MaintenancePeriod, NewMaintenance } from '@/lib/fleet/maintenance/schema'
import { listCategories, listExtras } from '@/lib/fleet/queries/catalogue'
import { CategoryChange, ExtraChange, RateChange } from '@/lib/fleet/schema'
import { savePriceRule } from '@/lib/pricing/commands'
import { listPriceRules } from '@/lib/pricing/queries'
import { PriceRuleChange } from '@/lib/pricing/schema'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { tokenFor } from './support/tokens.ts'

/** Two people have the same record open, each changes something else of it, and both save. */
const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await foundRentalCompany(database)
})
let ctx: CompanyContext

beforeAll(async () => {
  const { companyId, userId } = company.owner
  const token = await tokenFor(gateway, { sub: userId, company_id: companyId })
  ctx = {
    companyId,
    timeZone: 'Europe/Zurich',
    db: gateway.client(undefined, token),
    log: { info: () => {} },
  } as never
})

/** What the second of two people who saw the same hears. */
async function secondOf(save: (nth: number) => Promise<unknown>): Promise<unknown> {
  await save(1)
  return save(2).then(
    () => 'overwritten',
    (refusal) => refusal.code,
  )
}

test('a customer keeps the street somebody added while another had the form open', async () => {
  const anna = { kind: 'person', firstName: 'Anna', lastName: 'Keller', phone: '044 668 18 00' }
  const { id } = await createCustomer(ctx, NewCustomer.parse(anna))
  const { updatedAt: seenAt } = await getCustomer(ctx, id)
  const change = (more: object) => updateCustomer(ctx, CustomerChange.parse({ ...anna, id, ...more }))
  await change({ seenAt, street: 'Seestrasse', town: 'Zürich' })
  await expect(change({ seenAt, houseNumber: '7' })).rejects.toMatchObject({
    code: 'changed_meanwhile',
    status: 409,
  })
  const now = await getCustomer(ctx, id)
  expect(now).toMatchObject({ street: 'Seestrasse', town: 'Zürich', houseNumber: null })
  await change({ seenAt: now.updatedAt, street: 'Seestrasse', houseNumber: '7', town: 'Zürich' })
  expect(await getCustomer(ctx, id)).toMatchObject({ street: 'Seestrasse', houseNumber: '7' })
  // A machine that names no moment replaces what stands there.
  await change({ town: 'Uster' })
  expect(await getCustomer(ctx, id)).toMatchObject({ town: 'Uster', street: null })
})

test('a firm’s driver, vehicle and account are changed by the first who saves', async () => {
  const { id: customerId } = await createCustomer(
    ctx,
    NewCustomer.parse({ kind: 'firm', firmName: 'Muster AG' }),
  )
  const driver = { customerId, firstName: 'Reto', lastName: 'Frei', licenceCategories: ['B'] }
  const vehicle = { customerId, make: 'VW', model: 'Caddy' }
  const account = { customerId, firmPays: 'everything' }
  await saveDriver(ctx, DriverRecord.parse(driver))
  await saveCustomerVehicle(ctx, CustomerVehicle.parse(vehicle))
  // Two people who see a firm without an account open it: the second sees what the first agreed.
  const opened = { ...account, seenAt: NOTHING_SEEN }
  expect(
    await secondOf((nth) => saveAccount(ctx, Account.parse({ ...opened, paymentTermsDays: 40 - 10 * nth }))),
  ).toBe('changed_meanwhile')
  const seen = await getCustomer(ctx, customerId)
  const [{ id, updatedAt: seenAt } = { id: '', updatedAt: '' }] = seen.drivers
  expect(
    await secondOf((nth) =>
      saveDriver(ctx, DriverRecord.parse({ ...driver, id, seenAt, licenceNumber: `00${nth}` })),
    ),
  ).toBe('changed_meanwhile')
  const own = { ...vehicle, id: seen.vehicles[0]?.id, seenAt: seen.vehicles[0]?.updatedAt }
  expect(
    await secondOf((nth) => saveCustomerVehicle(ctx, CustomerVehicle.parse({ ...own, color: `Rot ${nth}` }))),
  ).toBe('changed_meanwhile')
  const terms = { ...account, seenAt: seen.account?.updatedAt }
  expect(
    await secondOf((nth) => saveAccount(ctx, Account.parse({ ...terms, paymentTermsDays: 10 * nth }))),
  ).toBe('changed_meanwhile')
  expect(await getCustomer(ctx, customerId)).toMatchObject({
    drivers: [{ licenceNumber: '001' }],
    vehicles: [{ color: 'Rot 1' }],
    account: { paymentTermsDays: 10 },
  })

  // Who is corrected after somebody took them off is not quietly nobody.
  await removeDriver(ctx, { id })
  await expect(saveDriver(ctx, DriverRecord.parse({ ...driver, id }))).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('prices, categories, extras and rules are changed by the first who saves', async () => {
  const [category] = await listCategories(ctx)
  const [extra] = await listExtras(ctx)
  const rate = category?.rate
  if (!category || !extra || !rate) throw new Error('The company has no price list.')
  expect(
    await secondOf((nth) =>
      updateRate(
        ctx,
        RateChange.parse({ ...rate, seenAt: rate.updatedAt, dailyRappen: rate.dailyRappen + nth }),
      ),
    ),
  ).toBe('changed_meanwhile')
  expect(
    await secondOf((nth) =>
      updateCategory(
        ctx,
        CategoryChange.parse({
          ...category,
          seenAt: category.updatedAt,
          nameDe: 'Klein',
          nameEn: '',
          bufferMinutes: 30 * nth,
        }),
      ),
    ),
  ).toBe('changed_meanwhile')
  expect(
    await secondOf((nth) =>
      saveExtra(
        ctx,
        ExtraChange.parse({
          ...extra,
          active: 'true',
          forDriver: 'false',
          seenAt: extra.updatedAt,
          nameDe: 'Sitz',
          nameEn: '',
          priceRappen: 500 * nth,
        }),
      ),
    ),
  ).toBe('changed_meanwhile')

  const discount = { kind: 'duration_discount', categoryId: '', fromDays: 7 }
  await savePriceRule(ctx, PriceRuleChange.parse({ ...discount, percent: 5 }))
  const [rule] = (await listPriceRules(ctx)).discounts
  expect(
    await secondOf((nth) =>
      savePriceRule(
        ctx,
        PriceRuleChange.parse({ ...discount, id: rule?.id, seenAt: rule?.updated_at, percent: 10 * nth }),
      ),
    ),
  ).toBe('changed_meanwhile')
})

test('work that two people move is where the first put it', async () => {
  const vehicleId = company.vehicles[0]?.id
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const period = (days: number) => ({ startsAt: `${day(days)}T08:00`, endsAt: `${day(days)}T17:00` })
  await planMaintenance(ctx, NewMaintenance.parse({ vehicleId, kind: 'repair', ...period(500) }))
  const list = () => listMaintenance(ctx, MaintenanceFilters.parse({}))
  const { rows } = await list()
  const { id, updatedAt: seenAt } = rows[0] ?? {}
  expect(
    await secondOf((nth) =>
      moveMaintenance(ctx, MaintenancePeriod.parse({ id, seenAt, ...period(500 + 10 * nth) })),
    ),
  ).toBe('changed_meanwhile')
  expect((await list()).rows).toMatchObject([{ startsAt: expect.stringContaining(day(510)) }])
})

test('places and fields of one’s own are changed by the first who saves; a name is given once', async () => {
  const place = Object.fromEntries(Object.keys(LocationChange.in.shape).map((field) => [field, '']))
  const hours = { ...place, id: undefined, seenAt: undefined, hasKeyBox: undefined, isActive: 'on' }
  const written = (more: object) =>
    LocationChange.parse({ ...hours, monOpens: '08:00', monCloses: '18:00', ...more })
  await saveLocation(ctx, written({ name: 'Rapperswil' }))
  await expect(saveLocation(ctx, written({ name: 'Rapperswil' }))).rejects.toMatchObject({
    code: 'already_exists',
  })
  const added = (await listLocationSettings(ctx)).find(({ name }) => name === 'Rapperswil')
  expect(added).toMatchObject({ openingHours: { mon: ['08:00', '18:00'] }, isActive: true })
  const seen = { id: added?.id, seenAt: added?.updatedAt, name: 'Rapperswil' }
  expect(await secondOf((nth) => saveLocation(ctx, written({ ...seen, street: `Strasse ${nth}` })))).toBe(
    'changed_meanwhile',
  )

  await saveCustomField(ctx, CustomFieldChange.parse({ nameDe: 'Vereinskarte', nameEn: '' }))
  const [field] = await listCustomFields(ctx)
  expect(
    await secondOf((nth) =>
      saveCustomField(
        ctx,
        CustomFieldChange.parse({
          id: field?.id,
          seenAt: field?.updatedAt,
          nameDe: `Karte ${nth}`,
          nameEn: '',
        }),
      ),
    ),
  ).toBe('changed_meanwhile')
  expect(await listCustomFields(ctx)).toMatchObject([{ names: { de: 'Karte 1' } }])
})

test('company and terms are changed by the first who saves', async () => {
  const { updatedAt: seenAt, name } = await getSettings(ctx)
  const profile = Object.fromEntries(Object.keys(CompanyProfile.shape).map((field) => [field, '']))
  const change = { ...profile, name, locale: 'de', vatRegistered: 'false', currency: undefined, seenAt }
  expect(
    await secondOf((nth) => updateProfile(ctx, CompanyProfile.parse({ ...change, town: `Ort ${nth}` }))),
  ).toBe('changed_meanwhile')
  const terms = { fr: '', it: '', en: '' }
  const seen = (await getSettings(ctx)).updatedAt
  expect(await secondOf((nth) => updateTerms(ctx, { ...terms, de: `Fassung ${nth}`, seenAt: seen }))).toBe(
    'changed_meanwhile',
  )
  expect(await getSettings(ctx)).toMatchObject({ town: 'Ort 1', terms: { de: 'Fassung 1' } })
})
