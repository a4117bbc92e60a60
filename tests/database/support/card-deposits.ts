import { beforeAll } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import type { OutboxHandler } from '@/lib/core/outbox'
import { authoriseDeposit, checkDeposit, dropHold, resolveDeposit } from '@/lib/integrations/stripe/deposit'
import type { Db } from '@/lib/supabase/client'
import { freshDatabase } from './database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './fleet.ts'
import { gatewayOn } from './gateway.ts'
import { bookAndPay, driver, signatures, startPickup } from './rentals.ts'
import { type EmulatedStripe, emulateStripe } from './stripe-emulator.ts'

const HANDLERS: Record<string, OutboxHandler> = {
  'stripe.deposit_authorise': authoriseDeposit,
  'stripe.deposit_check': checkDeposit,
  'stripe.deposit_drop': dropHold,
  'stripe.deposit_resolve': resolveDeposit,
}

/** A rental that has begun, with its deposit. */
export interface Rental {
  handoverId: string
  contractId: string
  depositId: string
  token: string
  odometerKm: number
}

/** What a test reads once the company is founded. */
interface World {
  company: RentalCompany
  db: Db
}

/** A company whose rentals' deposits are held on cards of an emulated Stripe, and the turns of worker and scheduler. */
export function cardDeposits(emulated: Partial<EmulatedStripe>) {
  const stripe = emulateStripe(emulated)
  const database = freshDatabase()
  const gateway = gatewayOn(database)
  const world = {} as World
  beforeAll(async () => {
    world.company = await foundRentalCompany(database)
    world.db = gateway.client(gateway.secretKey) as unknown as Db
  })
  const company = () => world.company
  const slot = freeSlots(company)
  /**
   * Works on what waits in the outbox for Stripe, `days` later than now; `twice` as a worker that died before it could
   * say so, or dying with Stripe's answer.
   */
  async function work({ twice = false, days = 0, dies = false } = {}): Promise<void> {
    const dying = {
      rpc: (name: string, args: never) => {
        if (name === 'settle_deposit_hold') throw new Error('killed')
        return world.db.rpc(name as never, args)
      },
    } as unknown as Db
    for (;;) {
      const jobs = await database.asPostgres(
        (sql) =>
          sql`select id, topic, payload from public.outbox where status = 'pending' and topic like 'stripe.deposit%' order by created_at`,
      )
      if (jobs.length === 0) return
      for (const { id, topic, payload } of jobs) {
        const run = () =>
          HANDLERS[topic]?.(
            {
              db: dies ? dying : world.db,
              companyId: company().companyId,
              now: () => new Date(Date.now() + days * 86_400_000),
            } as ServiceContext,
            { id, topic, payload, attempts: 1 },
          )
        await run()
        if (twice) await run()
        await database.asPostgres((sql) => sql`update public.outbox set status = 'done' where id = ${id}`)
      }
    }
  }

  /** A vehicle handed over, its deposit asked for on such a card. */
  async function pickUp(alias: string): Promise<Rental> {
    const booking = await bookAndPay(database, company(), slot())
    const card = await stripe.cardOnFile(alias)
    await database.asPostgres(
      (sql) =>
        sql`update public.customers set stripe_customer_id = ${card.customer}, payment_method_id = ${card.method}
        where id = (select customer_id from public.reservations where id = ${booking.id})`,
    )
    return database.as(company().owner, async (sql) => {
      const pickup = await startPickup(sql, booking.id)
      await sql`
      select public.complete_pickup(${pickup.handoverId}, ${sql.json({ odometer_km: pickup.odometerKm, fuel_percent: 100 })},
        ${sql.json(driver)}, ${sql.json(signatures(company().companyId))}, 'card')`
      const [deposit] = await sql`select id from public.deposits where contract_id = ${pickup.contractId}`
      return { ...pickup, depositId: deposit?.id as string, token: booking.token }
    })
  }

  /** The deposit, its holds as they came, and whom it made write. */
  async function stateOf({ depositId }: Rental) {
    return database.asPostgres(async (sql) => {
      const [deposit] = await sql`
      select status, failure, provider_intent as intent, expires_at as "expiresAt", captured_rappen::int as captured from public.deposits where id = ${depositId}`
      const holds = await sql`
      select status, provider_intent as intent from public.deposit_holds where deposit_id = ${depositId} order by created_at, id`
      const mails = await sql`
      select topic from public.outbox where topic like 'mail.deposit%' and payload ->> 'deposit_id' = ${depositId} order by topic, created_at`
      return {
        ...(deposit as {
          status: string
          failure: string | null
          intent: string
          expiresAt: Date
          captured: number
        }),
        holds: holds.map(({ status }) => status),
        intents: holds.map(({ intent }) => intent as string),
        mails: mails.map(({ topic }) => topic as string),
      }
    })
  }

  /** The scheduler, when it is so many days later than now. */
  const sweep = (days: number) =>
    database.asService(
      (sql) => sql`select public.sweep_deposits(now() + make_interval(mins => ${Math.round(days * 1440)}))`,
    )
  const release = (days: number) =>
    database.asService(async (sql) => {
      const [row] = await sql`
        select public.release_deposits(now() + make_interval(days => ${days})) as n`
      return row?.n as number
    })
  const statusAtStripe = async (intent: string) =>
    (await stripe.stripe.paymentIntents.retrieve(intent)).status
  const changeCard = async ({ contractId }: Rental, alias: string) => {
    const card = await stripe.cardOnFile(alias)
    await database.asPostgres(
      (sql) =>
        sql`update public.customers set stripe_customer_id = ${card.customer}, payment_method_id = ${card.method}
        where id = (select customer_id from public.contracts where id = ${contractId})`,
    )
  }
  const close = ({ contractId }: Rental) =>
    database.as(company().owner, async (sql) => {
      await sql`select public.issue_invoice(${contractId})`
      await sql`select public.close_contract(${contractId})`
    })

  return { world, database, stripe, work, pickUp, stateOf, sweep, release, statusAtStripe, changeCard, close }
}
