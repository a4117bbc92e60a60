import type { Task } from './task.ts'

/** What is checked without running the product: format and lint, types, import rules, unused code. */
export const checks: Task[] = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  {
    name: 'import rules',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'lib',
      'infrastructure',
      'tests',
      'proxy.ts',
    ],
  },
  { name: 'unused code', command: ['knip', '--no-config-hints'] },
]

/** Proves that the generated types match the migrations, on a database of the running stack or its own. */
export const freshTypes: Task = {
  name: 'generated types',
  command: ['node', 'infrastructure/local/commands/types.ts', '--check'],
}
