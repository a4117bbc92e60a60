import type { JSONValue } from 'postgres'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { LocationChange } from '@/lib/companies/locations'
import { CompanyProfile } from '@/lib/companies/profile-schema'
import { SignUp } from '@/lib/companies/schema'
import { Account, CostCentre, CustomerVehicle, DriverRecord } from '@/lib/customers/records-schema'
import { NewCustomer } from '@/lib/customers/schema'
import { DamageClaim } from '@/lib/damages/schema'
import { NewMaintenance } from '@/lib/fleet/maintenance/schema'
import { NewDocument, VehicleChange } from '@/lib/fleet/schema'
import { AddendumSignature, DrawnSignature } from '@/lib/handover/schema'
import { NewCashEntry } from '@/lib/money/cash/schema'
import { NewVoucher, VoucherToVoid } from '@/lib/money/vouchers/schema'
import { TermsSignature } from '@/lib/portal/terms'
import { PriceRuleChange } from '@/lib/pricing/schema'
import { ChargeChoice } from '@/lib/reservations/charge-choice'
import { freshDatabase } from './support/database.ts'
import { fleetRows, foundRentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'

/** What the database refuses is said at a field: a name pasted with a tab in it is not refused without a word of where. */
const database = freshDatabase()

const FORMS: Record<string, { schema: z.ZodType; fixed?: Record<string, string> }> = {
  companies: { schema: CompanyProfile },
  profiles: { schema: SignUp },
  locations: { schema: LocationChange },
  closed_days: { schema: PriceRuleChange, fixed: { kind: 'closed_day' } },
  vehicles: { schema: VehicleChange },
  vehicle_documents: { schema: NewDocument },
  customers: { schema: NewCustomer },
  drivers: { schema: DriverRecord },
  customer_vehicles: { schema: CustomerVehicle },
  customer_accounts: { schema: Account },
  cost_centres: { schema: CostCentre },
  reservation_accounts: { schema: ChargeChoice },
  signatures: { schema: DrawnSignature },
  addenda: { schema: AddendumSignature },
  terms_signatures: { schema: TermsSignature },
  vouchers: { schema: NewVoucher.extend(VoucherToVoid.shape) },
  cash_entries: { schema: NewCashEntry },
  maintenance: { schema: NewMaintenance },
  damage_cases: { schema: DamageClaim },
}
/** Written by no form of fields: a view's name and address, an invoice's lines, a file's own name, and the model of a photo, which is its vehicle's. */
const ELSEWHERE = ['saved_views', 'invoices', 'invoice_drafts', 'message_files', 'model_photos']

const fieldOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

test('a character that ends a line or is none is named at the field of every single line', async () => {
  const columns = await database.asPostgres(
    (sql) => sql`
      select t.relname as "table", a.attname as "column" from pg_constraint c
      join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      join pg_type y on y.oid = a.atttypid and y.typname = 'text'
      where c.contype = 'c' and pg_get_constraintdef(c.oid) like '%[[:cntrl:]]%' order by 1, 2`,
  )
  expect(columns.length).toBeGreaterThan(30)
  const unsaid = columns.flatMap(({ table, column }) => {
    if (ELSEWHERE.includes(table)) return []
    const form = FORMS[table]
    const field = fieldOf(column)
    const answer = form?.schema.safeParse({ ...form.fixed, [field]: 'Muster\tAnna' })
    const isSaid = answer?.error?.issues.some(
      ({ path, message }) => path[0] === field && message === 'characters',
    )
    return isSaid ? [] : [`${table}.${column}`]
  })
  expect(unsaid).toEqual([])
})

test('what only the database knows to be wrong or missing is told by its column', async () => {
  const company = await foundRentalCompany(database)
  const addVehicle = (change: Record<string, JSONValue>) => {
    const row = { ...fleetRows()[0], plate: 'ZH 1', vin: 'WVWZZZ1JZXW000001', ...change }
    return refusalOf(database.as(company.owner, (sql) => sql`select public.import_fleet(${sql.json([row])})`))
  }
  const wrong = await addVehicle({ model_year: 1800 })
  expect(wrong).toMatchObject({ status: 422, code: 'invalid_input', details: { wrong: 'model_year' } })
  const missing = await addVehicle({ odometer_km: null })
  expect(missing).toMatchObject({ status: 422, code: 'invalid_input', details: { missing: 'odometer_km' } })
})
