import type { Sql } from './database.ts'
import type { Booking } from './rentals.ts'

/** A booking that waits for its deposit, and the payment that is asked for. */
export interface PendingBooking {
  id: string
  paymentId: string
}

/** Copies of a booking that waits for its deposit, each a week after the one before: as good as booked one by one, and in a moment. */
export async function copiesOf(sql: Sql, { id }: Booking, count: number): Promise<PendingBooking[]> {
  const copy = async (table: string, where: string, changes: string) => {
    const [row] = await sql`
      select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`
    await sql.unsafe(
      `insert into public.${table} (${row?.names}) select ${row?.names} from (
        select (jsonb_populate_record(r, jsonb_build_object(${changes}))).* from public.${table} r, copies where ${where} = $1) as made`,
      [id],
    )
  }
  await sql`
    create temp table copies on commit drop as
    select nth, gen_random_uuid() as reservation, gen_random_uuid() as payment, make_interval(weeks => nth) as later from generate_series(1, ${count}::int) as nth`
  await copy(
    'reservations',
    'r.id',
    `'id', reservation, 'number', r.number || '-' || nth, 'starts_at', r.starts_at + later, 'ends_at', r.ends_at + later`,
  )
  await copy(
    'allocations',
    'r.source_id',
    `'id', gen_random_uuid(), 'source_id', reservation, 'period', tstzrange(lower(r.period) + later, upper(r.period) + later, '[)')`,
  )
  await copy('payments', 'r.reservation_id', `'id', payment, 'reservation_id', reservation`)
  const rows = await sql`select reservation as id, payment as "paymentId" from copies order by nth`
  return rows.map((row) => ({ ...row })) as unknown as PendingBooking[]
}

/** How bookings and their payments ended, and how often: one line when all of them ended the same. */
export async function endsOf(sql: Sql, companyId: string, ids: string[]): Promise<Record<string, unknown>[]> {
  const rows = await sql`
    select count(*)::int as times, e.* from (
      select r.status, p.status as payment, p.refunded_rappen::int as refunded, p.provider_session is not null as page, p.provider_intent is not null as intent,
        (select array_agg(f.amount_rappen::int) from public.refunds f where f.company_id = p.company_id and f.payment_id = p.id) as refunds,
        (select array_agg(d.status || ' ' || d.amount_rappen || ' ' || d.fee_rappen) from public.disputes d where d.company_id = p.company_id and d.payment_id = p.id) as disputes,
        (select jsonb_object_agg(account, rappen) from (select l.account, sum(l.amount_rappen)::int as rappen from public.ledger_entries l
          where l.company_id = p.company_id and l.source_id = any (array(select p.id::text
            union all select f.id::text from public.refunds f where f.company_id = p.company_id and f.payment_id = p.id
            union all select d.id::text from public.disputes d where d.company_id = p.company_id and d.payment_id = p.id)) group by l.account) as sums where rappen <> 0) as ledger,
        (select count(*)::int from public.allocations a where a.company_id = r.company_id and a.source_id = r.id and a.active and a.expires_at is null) as firm,
        (select count(*)::int from public.outbox o where o.topic = 'mail.reservation_confirmed' and o.payload ->> 'reservation_id' = r.id::text) as letters
      from public.reservations r join public.payments p on p.company_id = r.company_id and p.reservation_id = r.id
      where r.company_id = ${companyId} and r.id = any (${ids})
    ) as e group by ${sql.unsafe('2, 3, 4, 5, 6, 7, 8, 9, 10, 11')}`
  return rows.map((row) => ({ ...row }))
}
