import { readFile } from 'node:fs/promises'
import path from 'node:path'
import postgres, { type Sql } from 'postgres'
import { FORM_TEMPLATE } from '../../../lib/checkin/template.ts'
import { checkinTitles } from './checkin.ts'
import { alpenmobil, type DemoCompany, glanzwerk } from './companies.ts'
import { readFleet } from './fleet.ts'
import { guideNames, guideSections } from './guide.ts'
import { actingAs, addMember, signUp } from './people.ts'
import { hangPictures } from './pictures.ts'
import { subscribeDemoCompany } from './subscription.ts'

export interface DemoDataOptions {
  databaseUrl: string
  supabaseUrl: string
  publishableKey: string
  stripeUrl: string
  stripeKey: string
  log(line: string): void
}

/** Makes somebody who can log in; answers their user id. */
export type SignUp = (email: string) => Promise<string>

/** Fills the database of a stack that runs, its people signed up with its auth server. */
export async function loadDemoData(options: DemoDataOptions): Promise<void> {
  const sql = postgres(options.databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    const { vehicles, rental, service } = await openDemoCompanies(sql, (email) =>
      signUp({ ...options, email }),
    )
    for (const [{ slug }, { companyId, ownerId }] of [
      [alpenmobil, rental],
      [glanzwerk, service],
    ] as const)
      await hangPictures(slug, { ...options, email: `owner@${slug}.test`, companyId }, (work) =>
        actingAs(sql, ownerId, companyId, work),
      )
    await subscribeDemoCompany(sql, options)
    options.log(`alpenmobil has ${vehicles} vehicles`)
  } finally {
    await sql.end()
  }
}

/**
 * Makes two companies with people, and for the rental one a fleet, locations and a year of bookings, or as many days as given; answers its number of
 * vehicles and both companies. At whatever hour: some of the day's pickups and returns are done, others still to come, and something of everything waits to be dealt with.
 */
export async function openDemoCompanies(
  sql: Sql,
  signUp: SignUp,
  days = 365,
): Promise<{ vehicles: number; rental: Opened; service: Opened }> {
  const rental = await openCompany(sql, signUp, alpenmobil, ['manager', 'staff', 'viewer'])
  const service = await openCompany(sql, signUp, glanzwerk, ['manager', 'technician'])
  const fleet = await readFleet()
  await actingAs(sql, rental.ownerId, rental.companyId, async (transaction) => {
    await transaction`select public.import_fleet(${transaction.json(fleet)})`
    await transaction.unsafe(await sqlFile('fleet.sql'))
  })
  await loadHistory(sql, rental, days)
  // After the year of bookings, whose prices are those of their time.
  await actingAs(sql, rental.ownerId, rental.companyId, async (transaction) => {
    await transaction.unsafe(await sqlFile('tariff.sql'))
    await transaction.unsafe(await sqlFile('option.sql'))
    await transaction.unsafe(await sqlFile('waiting.sql'))
    await transaction.unsafe(await sqlFile('damages.sql'))
    await transaction.unsafe(await sqlFile('money.sql'))
    await transaction`select public.save_form(${transaction.json({ de: 'Alle Fahrzeuge', en: 'All vehicles' })}, ${transaction.json(FORM_TEMPLATE)}, p_titles => ${transaction.json(checkinTitles)})`
    await transaction`select public.save_guide(${transaction.json(guideNames)}, ${transaction.json(guideSections)})`
    await transaction.unsafe(await sqlFile('conversations.sql'))
  })
  return { vehicles: fleet.length, rental, service }
}

interface Opened {
  companyId: string
  ownerId: string
}

async function openCompany(sql: Sql, signUp: SignUp, company: DemoCompany, roles: string[]): Promise<Opened> {
  const ownerId = await signUp(`owner@${company.slug}.test`)
  const companyId = await actingAs(sql, ownerId, null, async (transaction) => {
    const [row] = await transaction`
      select public.sign_up_company(${company.name}, ${company.slug}, ${`${company.name} Owner`},
        ${company.lines}::text[]::public.business_line[]) as id`
    return row?.id as string
  })
  await sql`select public.keep_stripe_account(${companyId}, ${company.stripeAccount})`
  await sql`select public.note_stripe_account(${company.stripeAccount}, true, '{"payouts_enabled": true, "details_submitted": true}')`
  await actingAs(sql, ownerId, companyId, async (transaction) => {
    await transaction`update public.companies set ${transaction(company.settings as Record<string, string>)} where id = ${companyId}`
    for (const role of roles) {
      const userId = await signUp(`${role}@${company.slug}.test`)
      await addMember(
        transaction,
        companyId,
        userId,
        `${company.name} ${role[0]?.toUpperCase()}${role.slice(1)}`,
        role,
      )
    }
  })
  return { companyId, ownerId }
}

async function loadHistory(sql: Sql, { companyId, ownerId }: Opened, days: number): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`
      select set_config('crms.demo_company', ${companyId}, true), set_config('crms.demo_owner', ${ownerId}, true),
        set_config('crms.demo_days', ${String(days)}, true)`
    await transaction.unsafe(await sqlFile('day.sql'))
    await transaction.unsafe(await sqlFile('history.sql'))
    await transaction.unsafe(await sqlFile('maintenance.sql'))
  })
  await sql.unsafe('analyze')
}

function sqlFile(name: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, name), 'utf8')
}
