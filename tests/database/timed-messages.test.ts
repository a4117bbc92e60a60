import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay, handOver, takeBack } from './support/rentals.ts'

/** What customers are told when its time comes: once, when it is true, and not at night. */
const database = freshDatabase()
const HOUR = 3_600_000
let company: RentalCompany
let sql: postgres.Sql
const slot = freeSlots(() => company)

/** From here on it is always this moment, for whoever asks the database; without one, the real one. */
async function stopTheClock(moment?: Date) {
  await sql.unsafe(
    moment
      ? `create or replace function pg_catalog.now() returns timestamptz language sql stable as $$ select timestamptz '${moment.toISOString()}' $$`
      : `create or replace function pg_catalog.now() returns timestamptz language sql stable as $$ select transaction_timestamp() $$`,
  )
  // A session that has planned its questions already would go on with the old moment: built-in functions never change, it thinks.
  await sql`analyze public.reservations`
}

beforeAll(async () => {
  company = await foundRentalCompany(database, 'on-time')
  sql = postgres(database.url, { max: 1, onnotice: () => undefined })
  await sql`update public.companies set quiet_from = '00:00', quiet_until = '00:00' where id = ${company.companyId}`
})
beforeEach(() => stopTheClock())
afterAll(() => sql?.end())

const hoursBefore = (at: string, hours: number) => new Date(Date.parse(at) - hours * HOUR)
const sweep = () =>
  database.asService(
    async (service) => (await service`select public.queue_timed_messages() as it`)[0]?.it as number,
  )
const queuedFor = async ({ id }: { id: string }) => {
  const rows = await sql`
    select topic, run_at from public.outbox where key = ${id} and topic ~ '(checkin_invitation|day_before|return_reminder|review_request)$' order by topic`
  return rows.map(({ topic, run_at }) => ({ topic: topic as string, runAt: run_at as Date }))
}
const topics = async (booking: { id: string }) => (await queuedFor(booking)).map(({ topic }) => topic)
const facts = ({ id }: Booking, kind: string) =>
  database.asService(
    async (service) =>
      (await service`select public.timed_facts(${company.companyId}, ${id}, ${kind}) as it`)[0]?.it,
  )

const askForCheckins = () => {
  const field = { key: 'a', kind: 'text', labels: { de: 'A' }, required: false }
  return database.as(
    company.owner,
    (as) => as`select public.save_form('{"de": "Check-in"}', ${as.json([field])})`,
  )
}

test('the day before pickup a reminder goes out by mail and SMS, once, however often and at once the cron comes', async () => {
  const wish = slot()
  const booking = await bookAndPay(database, company, wish)
  await stopTheClock(hoursBefore(wish.startsAt, 25))
  await sweep()
  expect(await topics(booking)).toEqual([])
  await stopTheClock(hoursBefore(wish.startsAt, 20))
  await Promise.all(Array.from({ length: 5 }, sweep))
  await sweep()
  expect(await topics(booking)).toEqual(['mail.day_before', 'sms.day_before'])
  expect(await facts(booking, 'day_before')).toMatchObject({ number: booking.number })
  await stopTheClock(hoursBefore(wish.startsAt, 0.5))
  expect(await facts(booking, 'day_before')).toBeNull()
})

test('a cron that comes too late says nothing, and neither is told who has just booked or has cancelled', async () => {
  const [late, cancelled, justBooked] = [slot(), slot(), slot()]
  const lateOne = await bookAndPay(database, company, late)
  const cancelledOne = await bookAndPay(database, company, cancelled)
  const justBookedOne = await bookAndPay(database, company, justBooked)
  await sql`update public.reservations set status = 'cancelled' where id = ${cancelledOne.id}`
  await sql`update public.reservations set confirmed_at = ${hoursBefore(justBooked.startsAt, 26)} where id = ${justBookedOne.id}`
  await stopTheClock(hoursBefore(late.startsAt, 0.5))
  await sweep()
  expect(await topics(lateOne)).toEqual([])
  for (const wish of [cancelled, justBooked]) {
    await stopTheClock(hoursBefore(wish.startsAt, 20))
    await sweep()
  }
  for (const one of [cancelledOne, justBookedOne]) expect(await topics(one)).toEqual([])
})

test('who has not checked in is invited three days before, where there is a form; who has is left alone', async () => {
  const [asked, done] = [slot(), slot()]
  const [open, answered] = [
    await bookAndPay(database, company, asked),
    await bookAndPay(database, company, done),
  ]
  await stopTheClock(hoursBefore(asked.startsAt, 60))
  await sweep()
  expect(await topics(open)).toEqual([])
  await stopTheClock()
  await askForCheckins()
  await database.asAnon(
    (anon) =>
      anon`select public.save_checkin_by_token(${company.slug}, ${answered.token}, '{"a": "x"}', true)`,
  )
  for (const wish of [asked, done]) {
    await stopTheClock(hoursBefore(wish.startsAt, 60))
    await sweep()
  }
  expect(await topics(open)).toContain('mail.checkin_invitation')
  expect(await topics(answered)).not.toContain('mail.checkin_invitation')
})

test('the day before the return a reminder tells the end agreed last', async () => {
  const wish = slot()
  const booking = await bookAndPay(database, company, wish)
  await handOver(database, { ...company.owner, companyId: company.companyId }, booking.id)
  const later = new Date(Date.parse(wish.endsAt) + 48 * HOUR)
  await sql`update public.contracts set ends_at = ${later} where reservation_id = ${booking.id}`
  await stopTheClock(hoursBefore(wish.endsAt, 10))
  await sweep()
  expect(await topics(booking)).toEqual([])
  await stopTheClock(hoursBefore(later.toISOString(), 10))
  await sweep()
  expect(await topics(booking)).toEqual(['mail.return_reminder'])
  expect(Date.parse((await facts(booking, 'return_reminder')).ends_at)).toBe(later.getTime())
})

test('the day after the return who agreed to hear from the company is asked for a review, once', async () => {
  const owner = { ...company.owner, companyId: company.companyId }
  const [agreed, silent, withdrew] = await Promise.all(
    [0, 1, 2].map(() => bookAndPay(database, company, slot())),
  )
  if (!agreed || !silent || !withdrew) throw new Error('Three bookings were made.')
  for (const { id } of [agreed, silent, withdrew])
    await takeBack(database, owner, await handOver(database, owner, id))
  for (const { id } of [agreed, withdrew])
    await database.as(
      company.owner,
      (as) =>
        as`select public.record_consent((select customer_id from public.reservations where id = ${id}), 'marketing', 'v1', 'desk')`,
    )
  await sql`
    update public.consents set withdrawn_at = now() where customer_id = (select customer_id from public.reservations where id = ${withdrew.id})`
  const moment = new Date(Date.now() + 24 * HOUR)
  await stopTheClock(moment)
  await sweep()
  expect(await topics(agreed)).not.toContain('mail.review_request')
  await sql`update public.companies set review_url = 'https://example.ch/review' where id = ${company.companyId}`
  await stopTheClock(new Date(Date.now() + 6 * HOUR))
  await sweep()
  expect(await topics(agreed)).not.toContain('mail.review_request')
  await stopTheClock(moment)
  await Promise.all([sweep(), sweep()])
  expect((await topics(agreed)).filter((topic) => topic === 'mail.review_request')).toHaveLength(1)
  for (const one of [silent, withdrew]) expect(await topics(one)).not.toContain('mail.review_request')
  expect(await facts(agreed, 'review_request')).toMatchObject({ review_url: 'https://example.ch/review' })
  await stopTheClock(new Date(Date.now() + 144 * HOUR))
  expect(await facts(agreed, 'review_request')).toBeNull()
})

test('at night a message waits for the morning of the company’s clock, also when the clock changes', async () => {
  const awake = async (at: string, from: string, until: string) => {
    const [row] = await sql`
      select private.awake_at(jsonb_populate_record(c, ${sql.json({ quiet_from: from, quiet_until: until, time_zone: 'Europe/Zurich' })}), ${at}::text::timestamptz) as it
      from public.companies c where id = ${company.companyId}`
    return row?.it.toISOString() as string
  }
  expect(await awake('2026-11-20T21:30:00Z', '21:00', '08:00')).toBe('2026-11-21T07:00:00.000Z')
  expect(await awake('2026-11-21T03:00:00Z', '21:00', '08:00')).toBe('2026-11-21T07:00:00.000Z')
  expect(await awake('2026-11-21T07:00:00Z', '21:00', '08:00')).toBe('2026-11-21T07:00:00.000Z')
  expect(await awake('2026-11-21T12:30:00Z', '12:00', '14:00')).toBe('2026-11-21T13:00:00.000Z')
  expect(await awake('2026-11-21T03:00:00Z', '08:00', '08:00')).toBe('2026-11-21T03:00:00.000Z')
  expect(await awake('2027-03-27T22:00:00Z', '21:00', '08:00')).toBe('2027-03-28T06:00:00.000Z')
  expect(await awake('2026-10-24T20:00:00Z', '21:00', '08:00')).toBe('2026-10-25T07:00:00.000Z')
})

describe('what is queued and no longer true leaves the queue at once', () => {
  beforeAll(askForCheckins)

  /** A paid booking that the cron has just looked at, so many hours before its pickup. */
  async function queued(hours: number) {
    await stopTheClock()
    const wish = slot()
    const booking = await bookAndPay(database, company, wish)
    await stopTheClock(hoursBefore(wish.startsAt, hours))
    await sweep()
    return { wish, booking }
  }
  const checkIn = ({ token }: Booking, isDone: boolean) =>
    database.asAnon(
      (anon) => anon`select public.save_checkin_by_token(${company.slug}, ${token}, '{"a": "x"}', ${isDone})`,
    )

  test('the invitation to check in, once the check-in is done and not before', async () => {
    const { booking } = await queued(60)
    await checkIn(booking, false)
    expect(await topics(booking)).toEqual(['mail.checkin_invitation'])
    await checkIn(booking, true)
    expect(await topics(booking)).toEqual([])
  })

  test('invitation and reminder, when the booking is cancelled or the vehicle goes out earlier', async () => {
    const every = ['mail.checkin_invitation', 'mail.day_before', 'sms.day_before']
    const cancelled = await queued(20)
    expect(await topics(cancelled.booking)).toEqual(every)
    await database.as(company.owner, (as) => as`select public.cancel_reservation(${cancelled.booking.id})`)
    expect(await topics(cancelled.booking)).toEqual([])
    const early = await queued(20)
    expect(await topics(early.booking)).toEqual(every)
    await database.as(company.owner, (as) => as`select public.start_pickup(${early.booking.id})`)
    expect(await topics(early.booking)).toEqual([])
  })

  test('the reminder of a booking that was moved, and it comes again when its new time has come', async () => {
    const { wish, booking } = await queued(20)
    const moved = new Date(Date.parse(wish.startsAt) + 24 * HOUR).toISOString()
    await sql`update public.reservations set starts_at = ${moved} where id = ${booking.id}`
    expect(await topics(booking)).toEqual(['mail.checkin_invitation'])
    await stopTheClock(hoursBefore(moved, 20))
    await sweep()
    expect(await topics(booking)).toContain('mail.day_before')
  })

  test('the reminder of the return, when the rental is extended or over', async () => {
    const wish = slot()
    const booking = await bookAndPay(database, company, wish)
    const owner = { ...company.owner, companyId: company.companyId }
    const pickup = await handOver(database, owner, booking.id)
    await stopTheClock(hoursBefore(wish.endsAt, 10))
    await sweep()
    expect(await topics(booking)).toEqual(['mail.return_reminder'])
    const later = new Date(Date.parse(wish.endsAt) + 48 * HOUR)
    await sql`update public.contracts set ends_at = ${later} where id = ${pickup.contractId}`
    expect(await topics(booking)).toEqual([])
    await stopTheClock(hoursBefore(later.toISOString(), 10))
    await sweep()
    expect(await topics(booking)).toEqual(['mail.return_reminder'])
    await takeBack(database, owner, pickup)
    expect(await topics(booking)).toEqual([])
  })

  test('but not what a worker holds, and neither what is told of a moment nor another booking’s', async () => {
    const [held, other] = [await queued(60), await queued(60)]
    await sql`update public.outbox set locked_until = now() + interval '2 minutes' where key = ${held.booking.id}`
    await checkIn(held.booking, true)
    expect(await topics(held.booking)).toEqual(['mail.checkin_invitation'])
    expect(await topics(other.booking)).toEqual(['mail.checkin_invitation'])
    await database.as(company.owner, (as) => as`select public.cancel_reservation(${other.booking.id})`)
    const rest = await sql`select topic from public.outbox where key = ${other.booking.id} order by topic`
    expect(rest.map(({ topic }) => topic)).toEqual([
      'mail.reservation_cancelled',
      'mail.reservation_confirmed',
      'sms.reservation_confirmed',
    ])
  })
})

test('a company that wants no reminders sends none, and nobody but our machine starts them', async () => {
  const wish = slot()
  const booking = await bookAndPay(database, company, wish)
  await sql`update public.companies set customer_reminders = false where id = ${company.companyId}`
  await stopTheClock(hoursBefore(wish.startsAt, 20))
  await sweep()
  expect(await topics(booking)).toEqual([])
  expect(
    await refusalOf(database.as(company.owner, (as) => as`select public.queue_timed_messages()`)),
  ).toMatchObject({ status: 403 })
})
