import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** Tests or checks, by how they went. */
export interface Count {
  passed: number
  failed: number
}

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** The numbers of a run of vitest, from its JSON report. */
export function countVitest(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

/** The numbers of a run of Playwright, from its JSON report; what passed on a second try counts as failed. */
export function countPlaywright(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const { stats } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

/** Adds up. */
export function total(counts: Count[]): Count {
  return counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  )
}
