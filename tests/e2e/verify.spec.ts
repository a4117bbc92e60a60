import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'

const site = `http://alpenmobil.${process.env.APP_HOST}`

/** A PDF that was sealed for an invoice of the company on display. */
async function sealedPdf(): Promise<Buffer> {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000)])
  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const hash = createHash('sha256').update(bytes).digest('hex')
  await sql`
    insert into public.documents (company_id, kind, record_id, locale, storage_path, sha256, bytes)
    select c.company_id, 'settlement', c.id, 'de', c.company_id || '/documents/' || ${randomUUID()} || '.pdf', ${hash}, ${bytes.byteLength}
    from public.contracts c join public.companies o on o.id = c.company_id and o.slug = 'alpenmobil'
    where c.status = 'closed' and not exists (select from public.documents d where d.company_id = c.company_id and d.record_id = c.id and d.kind = 'settlement')
    order by c.number limit 1`
  await sql.end()
  return bytes
}

for (const [host, address] of [
  ['a company’s site', `${site}/verify`],
  ['the dashboard’s host', `${process.env.APP_URL}/verify`],
] as const) {
  test(`on ${host} a sealed PDF is genuine, a changed one is not, and neither leaves the device`, async ({
    page,
  }) => {
    const sealed = await sealedPdf()
    const tampered = Buffer.from(sealed)
    tampered[100] = (tampered[100] ?? 0) ^ 1
    const sent: number[] = []
    page.on('request', (request) => sent.push(request.postDataBuffer()?.byteLength ?? 0))
    const give = async (buffer: Buffer) => {
      await page.locator('input[type=file]').setInputFiles({
        name: 'contract.pdf',
        mimeType: 'application/pdf',
        buffer,
      })
      await page.waitForURL(/hash=[0-9a-f]{64}$/)
    }
    await page.goto(address)
    await give(sealed)
    await expect(page.getByRole('status')).toContainText('Alpenmobil')
    await page.goto(address)
    await give(tampered)
    await expect(page.getByRole('status')).not.toContainText('M-')
    expect(Math.max(...sent)).toBeLessThan(1_000)
  })
}

test('whatever is not a PDF is told so, before anything is asked', async ({ page }) => {
  await page.goto(`${site}/verify`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('GIF89a') })
  await expect(page.getByText('Das ist keine PDF-Datei')).toBeVisible()
  expect(page.url()).toBe(`${site}/verify`)
})

test('asking again and again is refused', async ({ request }) => {
  const address = `${process.env.APP_URL}/verify?hash=${'0'.repeat(64)}`
  const headers = { 'x-forwarded-for': '198.51.100.77' }
  const answers = await Promise.all(Array.from({ length: 30 }, () => request.get(address, { headers })))
  expect(answers.filter((answer) => answer.status() === 429).length).toBeGreaterThanOrEqual(10)
})
