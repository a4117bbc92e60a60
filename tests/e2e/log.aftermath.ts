import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'

/** Runs when everything else has run: what the application wrote down meanwhile. */
const folder = path.dirname(path.resolve(process.env.CRMS_ENV_FILE ?? ''))
const log = readFileSync(path.join(folder, 'app.log'), 'utf8')
const lines = log.split('\n')

test('the log has an entry for what happened', () => {
  expect(lines.filter((line) => line.includes('"event"')).length).toBeGreaterThan(5)
})

test('the log names nobody: no e-mail, telephone, IBAN, licence, name or token', async () => {
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const people = await sql<{ fact: string }[]>`
    select distinct unnest(array[c.email, c.phone, c.last_name, c.firm_name, d.licence_number]) as fact
    from public.customers c left join public.drivers d on d.company_id = c.company_id and d.customer_id = c.id
    union select email from public.profiles union select iban from public.companies`
  await sql.end()
  const facts = people.map(({ fact }) => fact).filter((fact) => fact && fact.length > 4)
  expect(facts.length).toBeGreaterThan(50)
  const patterns = [
    /[\w.+-]+@[\w-]+\.\w{2,}/,
    /\beyJ[\w-]{10,}/,
    /\b(sk|whsec|re|pi)_\w{12,}_secret|\b(sk|whsec)_\w{8,}/,
  ]
  const told = lines.filter(
    (line) => facts.some((fact) => line.includes(fact)) || patterns.some((pattern) => pattern.test(line)),
  )
  expect(told).toEqual([])
})

test('nothing broke unseen while the others looked elsewhere', () => {
  expect(lines.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([])
})
