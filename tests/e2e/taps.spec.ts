import { expect, type Locator, test } from '@playwright/test'
import postgres from 'postgres'
import { findChromium } from '../../infrastructure/local/testing/chromium.ts'
import { confirmedBooking, draw, knownDriver } from './support/pickups.ts'
import { signInAsOwner } from './support/sign-in.ts'

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
const executablePath = findChromium()
const most = 25
const places = 8

test.afterAll(() => sql.end())
test.skip(({ isMobile }) => isMobile !== true, 'happens on phones')
// A camera that shows a test picture, and may be used without asking.
test.use({
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
    ],
  },
})

test(`a pickup from the list to the signature takes at most ${most} taps, eight photos among them`, async ({
  page,
  context,
}) => {
  const { id: reservationId } = await confirmedBooking(sql)
  await knownDriver(sql, reservationId)
  // Due today, so that it is in the list.
  await sql`update public.reservations set starts_at = now() - interval '5 minutes' where id = ${reservationId}`
  await signInAsOwner(context)
  await page.goto('/handover')

  let taps = 0
  const tap = async (target: Locator) => {
    taps += 1
    await target.tap()
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  await tap(page.locator(`a[href$="${reservationId}"]`))
  await tap(button('Abholung beginnen'))
  await tap(page.getByLabel('Ausweis gesehen und verglichen'))
  await tap(button('Weiter zu den Fotos'))
  await tap(button('Kamera öffnen'))
  for (let photo = 0; photo < places; photo += 1) {
    const title = await page.getByRole('dialog').getByRole('heading').textContent()
    await tap(button(`${title} aufnehmen`))
    await expect(page.getByRole('heading', { name: title ?? '', exact: true })).toBeHidden()
  }
  await tap(button('Weiter zu den Schäden'))
  await tap(button('Weiter ohne neuen Schaden'))
  await tap(button('Weiter'))
  await tap(button('Weiter zum Nächsten'))
  await tap(button('Weiter zur Zusammenfassung'))
  await tap(button('Weiter zur Unterschrift'))
  await draw(page, page.getByRole('img', { name: 'Unterschrift Kundin, Kunde' }))
  taps += 1
  await tap(button('Vertrag abschliessen'))
  await expect(page.getByRole('heading', { name: 'Gute Fahrt' })).toBeVisible()
  test.info().annotations.push({ type: 'taps', description: String(taps) })
  expect(taps).toBeLessThanOrEqual(most)
})
