import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** How much of a failure is told once more at the end. */
const FIRST_LINES = 6

/** Tests or checks, by how they went. */
export interface Count {
  passed: number
  failed: number
  /** Each failed test by name, with the first lines of what went wrong. */
  failures?: string[]
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

interface Suite {
  title: string
  suites?: Suite[] | undefined
  specs?: Spec[] | undefined
}
const PlaywrightSpec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
})
type Spec = z.infer<typeof PlaywrightSpec>
const PlaywrightSuite: z.ZodType<Suite> = z.object({
  title: z.string(),
  get suites() {
    return z.array(PlaywrightSuite).optional()
  },
  specs: z.array(PlaywrightSpec).optional(),
})
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(PlaywrightSuite),
})

/** The numbers of a run of vitest, from its JSON report. */
export function countVitest(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => told([path.basename(name), test.fullName], test.failureMessages?.[0])),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests, failures }
}

/** The numbers of a run of Playwright, from its JSON report; what passed on a second try counts as failed. */
export function countPlaywright(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const { stats, suites } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const failures = suites.flatMap((suite) => failedWithin(suite, []))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures }
}

function failedWithin({ title, suites = [], specs = [] }: Suite, above: string[]): string[] {
  const within = [...above, title]
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) =>
        told([projectName, ...within, spec.title], results.flatMap(({ errors }) => errors)[0]?.message),
      ),
  )
  return [...own, ...suites.flatMap((suite) => failedWithin(suite, within))]
}

function told(names: string[], message = ''): string {
  return `${names.join(' › ')}\n    ${stripVTControlCharacters(message).trim().split('\n').slice(0, FIRST_LINES).join('\n    ')}`
}

/** Adds up. */
export function total(counts: Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    failures: counts.flatMap(({ failures = [] }) => failures),
  }
}
