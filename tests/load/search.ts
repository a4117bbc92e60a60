import type postgres from 'postgres'

/** How long a search took, in milliseconds: the middle one and the slowest but one in twenty. */
export interface SearchTiming {
  query: string
  p50: number
  p95: number
}

const QUERIES = [
  'muller',
  'mueler',
  'huebr',
  'anna me',
  'zh 431 254',
  'R-2026-12345',
  '079 555 12',
  'golff',
  'xq',
  'nia',
  'tu',
]
const RUNS = 20

/**
 * Searches in an index of `rows` records, half of them one company's, and in one of `rows / 100`. Everything happens in a
 * transaction that is rolled back; the function called is the product's own, with a member's claims.
 */
export async function measureSearch(sql: postgres.Sql, rows: number): Promise<SearchTiming[]> {
  const timings: SearchTiming[] = []
  await sql
    .begin(async (tx) => {
      const [member] = await tx`
        select m.user_id, m.company_id from public.memberships m where m.role = 'owner' and m.active order by m.created_at limit 1`
      await fillIndex(tx, rows, member?.company_id)
      const claims = JSON.stringify({
        role: 'authenticated',
        sub: member?.user_id,
        company_id: member?.company_id,
      })
      await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`
      for (const query of QUERIES) timings.push(await timeQuery(tx, query))
      throw new RollBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error
    })
  return timings
}

class RollBack extends Error {}

async function timeQuery(tx: postgres.TransactionSql, query: string): Promise<SearchTiming> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    await tx`select public.search_everything(${query})`
    times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => Number((times[Math.floor(share * (RUNS - 1))] ?? 0).toFixed(1))
  return { query, p50: at(0.5), p95: at(0.95) }
}

/** Records as a desk has them: people of everyday names with numbers and telephones, vehicles by make and plate. */
async function fillIndex(tx: postgres.TransactionSql, rows: number, company: string): Promise<void> {
  await tx`alter table private.search_index drop constraint search_index_company_id_fkey, disable trigger user`
  const [index] = await tx`select pg_get_indexdef('private.search_index_words'::regclass) as definition`
  await tx`drop index private.search_index_words`
  await tx`
    insert into private.search_index (company_id, kind, record_id, title, detail, words, numbers, happens_at)
    select case when n % 2 = 0 then ${company}::uuid else md5((n % 100)::text)::uuid end, kind, gen_random_uuid(), number, who,
      private.record_words(who, numbers), private.compact_numbers(numbers),
      now() + n * interval '1 minute'
    from generate_series(1, ${rows}::bigint) as n,
      lateral (select (array['customer', 'customer', 'reservation', 'reservation', 'reservation', 'contract', 'contract', 'invoice', 'invoice', 'vehicle'])[n / 2 % 10 + 1] as kind) as k,
      lateral (select case kind when 'customer' then 'K' when 'reservation' then 'R' when 'contract' then 'M' when 'invoice' then 'F' else 'ZH' end
        || '-2026-' || lpad(n::text, 7, '0') as number,
        (array['Anna', 'Luca', 'Noah', 'Mia', 'Jérôme', 'Reto', 'Elena', 'Sandra', 'Beat', 'Ursula', 'Peter', 'Nina'])[n * 31 % 12 + 1] || ' ' ||
        (array['Müller', 'Meier', 'Schmid', 'Keller', 'Weber', 'Huber', 'Schneider', 'Meyer', 'Steiner', 'Fischer', 'Gerber', 'Brunner', 'Baumann', 'Frei', 'Zimmermann', 'Moser'])[n * 17 % 16 + 1]
        || case when n % 3 = 0 then '-' || (array['Graf', 'Wyss', 'Roth', 'Bucher', 'Lüthi', 'Kunz', 'Golf', 'Suter'])[n * 13 % 8 + 1] else '' end as who) as w,
      lateral (select array[number, case kind when 'customer' then '+4179' || (n * 7919) % 10000000 else 'ZH ' || (n * 7919) % 1000000 end] as numbers) as m`
  await tx`
    insert into private.search_words (company_id, word)
    select distinct company_id, unnest(private.spelt_words(words)) from private.search_index where company_id = ${company} and kind in ('customer', 'vehicle')`
  // Built at once, as a restored backup builds it: row by row a million take minutes.
  await tx.unsafe(index?.definition)
  await tx`analyze private.search_index`
}
