import postgres from 'postgres'
import { world } from './environment.ts'
import { measureSearch } from './search.ts'

// `npm run bench:search`: absolute figures depend on the machine, the ratio says how it grows.
const sql = postgres(world.databaseUrl, { max: 1, onnotice: () => undefined })
const small = await measureSearch(sql, 10_000)
const large = await measureSearch(sql, 1_000_000)
console.table(
  large.map(({ query, p50, p95 }, place) => ({
    query,
    'p50 ms at 1,000,000': p50,
    'p95 ms at 1,000,000': p95,
    'p95 ms at 10,000': small[place]?.p95,
    ratio: (p95 / (small[place]?.p95 || 1)).toFixed(1),
  })),
)
await sql.end()
