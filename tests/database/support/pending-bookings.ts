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
