import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { countPlaywright, countVitest, total } from '@/infrastructure/local/testing/count'

/** What failed is named once more at the end of a run, with the first lines of why. */
const folder = mkdtempSync(path.join(tmpdir(), 'crms-reports-'))

function report(name: string, content: object): string {
  const file = path.join(folder, name)
  writeFileSync(file, JSON.stringify(content))
  return file
}

const unit = report('unit.json', {
  numPassedTests: 1,
  numFailedTests: 1,
  testResults: [
    {
      name: '/somewhere/tests/unit/core/money.test.ts',
      assertionResults: [
        { fullName: 'money is printed', status: 'passed', failureMessages: [] },
        {
          fullName: 'money is read',
          status: 'failed',
          failureMessages: ['AssertionError: expected 1 to be 2\n    at money.test.ts:3:1'],
        },
      ],
    },
  ],
})

const browser = report('browser.json', {
  stats: { expected: 4, unexpected: 1, flaky: 0 },
  suites: [
    {
      title: 'offline.spec.ts',
      specs: [
        {
          title: 'arrives once',
          tests: [
            { projectName: 'desktop', status: 'skipped', results: [] },
            {
              projectName: 'phone',
              status: 'unexpected',
              results: [{ errors: [{ message: '\u001b[31mError: not visible\u001b[39m' }] }],
            },
          ],
        },
      ],
      suites: [
        {
          title: 'axe',
          specs: [{ title: 'today', tests: [{ projectName: 'desktop', status: 'expected', results: [] }] }],
        },
      ],
    },
  ],
})

test('a failed test of vitest is named with its file', () => {
  expect(countVitest(unit)).toEqual({
    passed: 1,
    failed: 1,
    failures: [
      'money.test.ts › money is read\n    AssertionError: expected 1 to be 2\n        at money.test.ts:3:1',
    ],
  })
})

test('a failed test of Playwright is named with its project, without the colours of a terminal', () => {
  expect(countPlaywright(browser)).toEqual({
    passed: 4,
    failed: 1,
    failures: ['phone › offline.spec.ts › arrives once\n    Error: not visible'],
  })
})

test('a suite that left no report has nothing to count; sums name what failed anywhere', () => {
  expect(countVitest(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 })
  expect(total([countVitest(unit), countPlaywright(browser), { passed: 2, failed: 0 }])).toMatchObject({
    passed: 7,
    failed: 2,
    failures: [expect.stringContaining('money'), expect.stringContaining('offline')],
  })
})
