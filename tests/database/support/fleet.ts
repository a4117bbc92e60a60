import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { JSONValue } from 'postgres'
import { readFleet } from '@/lib/fleet/import/read-fleet'
import { connectAccount, type FoundedCompany, foundCompany, openSite } from './companies.ts'
import type { TestDatabase } from './database.ts'
import { type Period, periodIn } from './rentals.ts'

const spreadsheet = path.join(import.meta.dirname, '../../../infrastructure/local/demo-data/fleet-zurich.csv')

/** A vehicle one can rent, as the tests need it. */
export interface TestVehicle {
  id: string
  plate: string
  categoryId: string
}

/** A rental company with forty vehicles of eight categories, paid by card through its own account. */
export interface RentalCompany extends FoundedCompany {
  stripeAccount: string
  vehicles: TestVehicle[]
  extras: Record<'child_seat' | 'excess_reduction', string>
}

/** The forty vehicles of the spreadsheet, as the import form sends them. */
export function fleetRows(): Record<string, JSONValue>[] {
  const reading = readFleet(readFileSync(spreadsheet, 'utf8'))
  if ('fileFault' in reading) throw new Error(`The fleet cannot be read: ${reading.fileFault.code}`)
  return reading.vehicles as unknown as Record<string, JSONValue>[]
}

/** Signs up a company imports its fleet and opens its booking site, as an owner would. */
export async function foundRentalCompany(database: TestDatabase, slug?: string): Promise<RentalCompany> {
  const company = await foundCompany(database, slug)
  const stripeAccount = `acct_${company.companyId}`
  await connectAccount(database, company, stripeAccount)
  await database.as(company.owner, (sql) => sql`select public.import_fleet(${sql.json(fleetRows())})`)
  await openSite(database, company)
  return database.as(company.owner, async (sql) => {
    await sql`update public.companies set iban = 'CH4431999123000889012'`
    const vehicles = await sql<TestVehicle[]>`
      select id, plate, category_id as "categoryId" from public.vehicles order by plate`
    const extras = await sql`select code, id from public.extras`
    return {
      ...company,
      stripeAccount,
      vehicles: [...vehicles],
      extras: Object.fromEntries(extras.map(({ code, id }) => [code, id])) as RentalCompany['extras'],
    }
  })
}

/** The vehicle at that place of the fleet; tests that share a company take different ones. */
export function vehicleOf(company: RentalCompany, place: number): TestVehicle {
  const vehicle = company.vehicles[place]
  if (!vehicle) throw new Error(`The fleet has no vehicle ${place}.`)
  return vehicle
}

/** Hands out a free vehicle and period at every call, so that tests of one company never meet. */
export function freeSlots(company: () => RentalCompany): () => Period & { vehicleId: string } {
  let given = 0
  return () => {
    const { vehicles } = company()
    const nth = given++
    return {
      vehicleId: vehicleOf(company(), nth % vehicles.length).id,
      ...periodIn(5 + 5 * Math.floor(nth / vehicles.length)),
    }
  }
}
