import postgres from 'postgres'
import { type BankTiming, measureBankFile } from './bank.ts'
import { world } from './environment.ts'

// `npm run bench:bank`: absolute figures depend on the machine, the ratio says how it grows.
const sql = postgres(world.databaseUrl, { max: 1, onnotice: () => undefined })
const timings: BankTiming[] = []
for (const entries of [100, 1_000, 10_000]) timings.push(await measureBankFile(sql, entries))
console.table(
  timings.map(({ entries, reading, booking, exact }, place) => {
    const before = timings[place - 1]
    const total = reading + booking
    return {
      payments: entries,
      'reading ms': reading,
      'booking ms': booking,
      'exact matches': exact,
      'ratio to the line before': before && (total / (before.reading + before.booking)).toFixed(1),
    }
  }),
)
await sql.end()
