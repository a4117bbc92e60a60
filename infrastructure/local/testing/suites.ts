import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../stack/instance.ts'
import { countPlaywright, countVitest } from './count.ts'
import { reportsFolder, type Task } from './task.ts'

/** A project of vitest.config.ts as a task. */
export function vitestSuite(project: string, env: Record<string, string> = {}): Task {
  const report = path.join(reportsFolder, `${project}.json`)
  rmSync(report, { force: true })
  return {
    name: project,
    command: [
      'vitest',
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
    count: () => countVitest(report),
  }
}

/** Projects of playwright.config.ts as a task. */
export function playwrightSuite(name: string, projects: string[], env: Record<string, string>): Task {
  const report = path.join(reportsFolder, `${name}.json`)
  rmSync(report, { force: true })
  return {
    name,
    command: [
      'playwright',
      'test',
      '--pass-with-no-tests',
      ...projects.map((project) => `--project=${project}`),
    ],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count: () => countPlaywright(report),
  }
}

/** True when there is anything to run. */
export function hasTests(folder: string): boolean {
  return existsSync(path.join(projectRoot, 'tests', folder))
}
