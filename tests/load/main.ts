import postgres from 'postgres'
import { world } from './environment.ts'
import { describeRace, overlaps, pickPrize, raceAtDataApi, raceOnSite } from './races.ts'
import { measureRates } from './rates.ts'

// Absolute figures depend on the machine; compare lines of one run with each other.
const sql = postgres(world.databaseUrl, { max: 2 })
try {
  console.log(describeRace('200 buyers, booking site', await raceOnSite(await pickPrize(sql, 1))))
  console.log(describeRace('200 buyers, Data API', await raceAtDataApi(await pickPrize(sql, 2))))
  console.log(`overlapping allocations: ${await overlaps(sql)}`)
  const rates = await measureRates(sql)
  const base = rates[0]?.requestsPerSecond || 1
  console.table(
    rates.map(({ name, requestsPerSecond, p95, failures }) => ({
      what: name,
      'requests/s': requestsPerSecond,
      'of baseline': (requestsPerSecond / base).toFixed(2),
      'p95 ms (page loads: p97.5)': p95,
      failures,
    })),
  )
} finally {
  await sql.end()
}
process.exit(0)
