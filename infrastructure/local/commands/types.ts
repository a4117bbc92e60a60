import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import postgres from 'postgres'
import { scratchDatabase } from '../database/scratch.ts'
import { readCatalogue } from '../database/types/catalogue.ts'
import { renderTypes } from '../database/types/render.ts'
import { runCommand } from '../stack/command.ts'
import { projectRoot } from '../stack/instance.ts'

const target = path.join(projectRoot, 'lib/supabase/types.ts')

/** `npm run db:types`: writes the database's types from the migrations; `--check` proves that they are fresh. */
await runCommand(async (lifecycle) => {
  const sql = postgres(await scratchDatabase(lifecycle), { max: 1 })
  lifecycle.onStop('connection', () => sql.end())
  const types = formatted(renderTypes(await readCatalogue(sql)))
  const written = existsSync(target) ? readFileSync(target, 'utf8') : ''
  if (written === types) {
    console.log('lib/supabase/types.ts is up to date')
    return 0
  }
  if (process.argv.includes('--check')) {
    console.error('lib/supabase/types.ts differs from the migrations. Run "npm run db:types".')
    return 1
  }
  writeFileSync(target, types)
  console.log('Wrote lib/supabase/types.ts')
  return 0
})

function formatted(source: string): string {
  const biome = path.join(projectRoot, 'node_modules/.bin/biome')
  const result = spawnSync(biome, ['format', '--stdin-file-path=types.ts'], {
    cwd: projectRoot,
    input: source,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status !== 0) throw new Error(`The generated types could not be formatted: ${result.stderr}`)
  return result.stdout
}
