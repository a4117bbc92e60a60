import postgres from 'postgres'
import { world } from './environment.ts'

// `npm run bench:invoices`: a thousand drafts issued side by side; numbers must follow one another without a gap.
const DRAFTS = 1_000
const SIDE_BY_SIDE = 20
const sql = postgres(world.databaseUrl, { max: SIDE_BY_SIDE, onnotice: () => undefined })
const [member] = await sql`
  select m.user_id, m.company_id, (select id from public.customers k where k.company_id = m.company_id and deleted_at is null limit 1) as customer_id
  from public.memberships m join public.invoices i using (company_id) where m.role = 'owner' and m.active limit 1`
const claims = JSON.stringify({
  role: 'authenticated',
  sub: member?.user_id,
  company_id: member?.company_id,
})

async function asOwner<T>(work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const result = await sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`
    return work(tx)
  })
  return result as T
}

async function inParallel<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const queue = items.map((item, place) => ({ item, place }))
  const results: R[] = []
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) results[next.place] = await work(next.item)
    }),
  )
  return results
}

const lines = [{ text: 'Messung', quantity: 1, unit_rappen: 10_000, vat_bp: 0 }]
const drafts = await inParallel(Array.from({ length: DRAFTS }), () =>
  asOwner(async (tx) => {
    const [row] =
      await tx`select public.save_invoice_draft(${member?.customer_id}, ${tx.json({ lines })}) as id`
    return String(row?.id)
  }),
)
const start = performance.now()
const numbers = await inParallel(drafts, (id) =>
  asOwner(async (tx) => {
    const [row] = await tx`select public.issue_invoice_draft(${id}) as number`
    return Number(String(row?.number).slice(-5))
  }),
)
const seconds = (performance.now() - start) / 1_000
const first = Math.min(...numbers)
const isGapless = new Set(numbers).size === DRAFTS && Math.max(...numbers) - first === DRAFTS - 1
console.table([
  {
    invoices: DRAFTS,
    seconds: seconds.toFixed(1),
    'per second': Math.round(DRAFTS / seconds),
    gapless: isGapless,
  },
])
await sql.end()
