import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import sharp from 'sharp'
import { confirmedBooking, draw, knownDriver } from './support/pickups.ts'
import { signInAsOwner } from './support/sign-in.ts'

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
test.afterAll(() => sql.end())
// A hundred megabytes that nobody looks at any more.
test.afterEach(() => rmSync(test.info().outputPath('camera-roll'), { recursive: true, force: true }))
test.skip(({ isMobile }) => isMobile !== true, 'happens on phones')

const GUIDED = ['front', 'front_left', 'left', 'rear', 'rear_right', 'right', 'interior', 'dashboard']
const PHOTOS = 20
const MOST_UPLOADED = 1_500_000
const MBIT_S = 1_000_000 / 8
/** A phone on 4G, not next to the mast. */
const network = {
  offline: false,
  latency: 60,
  downloadThroughput: 12 * MBIT_S,
  uploadThroughput: 6 * MBIT_S,
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Photos as a phone's camera leaves them: 12 megapixels and 5 MB each, none like another. */
async function cameraRoll(): Promise<string[]> {
  const raw = { width: 4_000, height: 3_000, channels: 3 } as const
  const noise = randomBytes(raw.width * raw.height * raw.channels)
  mkdirSync(test.info().outputPath('camera-roll'), { recursive: true })
  const paths: string[] = []
  for (let nth = 0; nth < PHOTOS; nth += 1) {
    const photo = sharp(noise, { raw }).linear(0.5, 40 + 3 * nth)
    const file = test.info().outputPath('camera-roll', `${nth}.jpg`)
    const { size } = await photo.jpeg({ quality: 80 }).toFile(file)
    expect(size).toBeGreaterThan(5_000_000)
    paths.push(file)
  }
  return paths
}

/** Takes the eight places one after the other, then photos of whatever else there is. */
async function takeAll(page: Page, paths: string[]) {
  await press(page, 'Kamera öffnen')
  for (const [nth, file] of paths.entries()) {
    if (nth >= GUIDED.length) await press(page, 'Weiteres Foto')
    await page.getByLabel('Foto wählen').setInputFiles(file)
    await expect(page.getByText(/^(Wartet|Gespeichert)$/)).toHaveCount(nth + 1, { timeout: 30_000 })
  }
}

/** What phone and server hear of each other's photos: how large each was, under which name. */
function listen(page: Page): Map<string, number[]> {
  const uploads = new Map<string, number[]>()
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return
    const { pathname } = new URL(request.url())
    const bytes = request.postDataBuffer()?.byteLength ?? 0
    uploads.set(pathname, [...(uploads.get(pathname) ?? []), bytes])
  })
  return uploads
}

test(`${PHOTOS} photos of 5 MB are sent over 4G behind the back of whoever goes on with the pickup`, async ({
  page,
  context,
}) => {
  test.setTimeout(480_000)
  const paths = await cameraRoll()
  const { id: reservationId } = await confirmedBooking(sql)
  await knownDriver(sql, reservationId)
  await signInAsOwner(context)
  await page.goto(`/handover/reservations/${reservationId}`)
  await press(page, 'Abholung beginnen')
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', network)
  const uploads = listen(page)

  await page.getByLabel('Ausweis gesehen und verglichen').check()
  await press(page, 'Weiter zu den Fotos')
  await takeAll(page, paths)
  await press(page, 'Weiter zu den Schäden')
  await page.getByRole('img', { name: /Fahrzeug von allen Seiten/ }).click({ position: { x: 90, y: 150 } })
  await press(page, 'Schaden festhalten')
  await expect(page.getByText(/1 neuer Schaden/)).toBeVisible()
  await press(page, 'Weiter')
  await press(page, '+1')
  await press(page, 'Ein Achtel weniger')
  await press(page, 'Weiter')
  await press(page, 'Weiter zum Nächsten')
  await press(page, 'Weiter zur Zusammenfassung')
  await press(page, 'Weiter zur Unterschrift')
  await draw(page, page.getByRole('img', { name: 'Unterschrift Kundin, Kunde' }))
  await press(page, 'Vertrag abschliessen')
  await expect(page.getByRole('heading', { name: 'Gute Fahrt' })).toBeVisible()
  const standing = page.getByRole('status').filter({ hasText: /^Sendet, noch \d+$/ })
  await expect(standing).toBeVisible()
  test
    .info()
    .annotations.push({ type: 'on its way when signed', description: (await standing.textContent()) ?? '' })

  await expect(page.getByText('Alles gesendet')).toBeVisible({ timeout: 240_000 })
  const stored = await sql`
    select p.id, p.position, h.completed_at is not null as is_completed,
      (select array_agg(s.nth order by s.received) from public.handover_steps s where s.handover_id = h.id) as order
    from public.handover_photos p join public.handovers h on h.id = p.handover_id join public.contracts c on c.id = h.contract_id
    where c.reservation_id = ${reservationId} order by p.taken_at`
  expect(stored.map(({ position }) => position)).toEqual([
    ...GUIDED,
    ...Array.from({ length: PHOTOS - GUIDED.length }, () => 'free'),
  ])
  const [{ is_completed: isCompleted, order } = {}] = stored
  expect(isCompleted).toBe(true)
  // Begun, twenty photos, a mark, signed: as it was done, and each once.
  expect(order).toHaveLength(PHOTOS + 3)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect([...uploads.keys()].map((address) => address.split('/').at(-1))).toEqual(stored.map(({ id }) => id))
  for (const sizes of uploads.values()) {
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeGreaterThan(100_000)
    expect(sizes[0]).toBeLessThanOrEqual(MOST_UPLOADED)
  }
})
