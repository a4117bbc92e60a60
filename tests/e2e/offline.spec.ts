import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import sharp from 'sharp'
import { world } from '../load/environment.ts'
import { call } from '../load/http.ts'
import { readPicture } from '../unit/money/support/read-qr.ts'
import { expectAccessible } from './support/axe.ts'
import { choosePhotos, confirmedBooking, draw, isKept, pickupAtServer } from './support/pickups.ts'
import { signInAsOwner } from './support/sign-in.ts'
import { phonePhoto } from './support/staff.ts'

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
test.afterAll(() => sql.end())
test.skip(({ isMobile }) => isMobile !== true, 'happens on phones')

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** One more who drives; what is typed survives the page being killed. */
async function nameFurtherDriver(page: Page) {
  await press(page, 'Weitere Person hinzufügen')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Vorname').fill('Zoé')
  await sheet.getByLabel('Nachname').fill('Zweit')
  await page.reload()
  await expect(sheet.getByLabel('Nachname')).toHaveValue('Zweit')
  await sheet.getByLabel('Geburtsdatum').fill('1991-02-03')
  await sheet.getByLabel('Gültig bis').fill('2034-05-31')
  await sheet.getByLabel('Ausweisnummer').fill('003 456 789 013')
  await sheet.getByRole('button', { name: 'B', exact: true }).click()
  await sheet.getByLabel('Ausweis gesehen und verglichen').check()
  await expect(sheet.getByText(/Für diese Miete kostet das/)).toBeVisible()
  await expectAccessible(page, 'a further driver')
  await sheet.getByRole('button', { name: 'Hinzufügen' }).click()
  const theirs = page.getByRole('region', { name: 'Führerausweis von Zoé Zweit' })
  await theirs.getByRole('button', { name: /Vorderseite/ }).click()
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  await page.getByLabel('Foto wählen').setInputFiles(photo)
  await expect(theirs.getByText('Wartet', { exact: true })).toBeVisible()
}

/** Reads the code from the screen as another phone's camera does, and opens what it says without any log-in. */
async function scanContract(page: Page) {
  const code = page.getByRole('img', { name: 'QR-Code zum Vertrag' })
  const address = new URL((await readPicture(sharp(await code.screenshot()))) ?? 'http://unread.invalid')
  expect(address.host).toBe(world.site)
  const locationOf = async () =>
    (await call(world.app + address.pathname + address.search, { host: address.host })).headers.location
  // It is written and sealed meanwhile.
  await expect.poll(locationOf, { timeout: 60_000 }).toBeTruthy()
  const pdf = await fetch(String(await locationOf()))
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
}

test('a vehicle is handed over in a garage without network, and arrives once', async ({ page, context }) => {
  const { id: reservationId } = await confirmedBooking(sql)
  await signInAsOwner(context)
  await page.goto(`/handover/reservations/${reservationId}`)
  await expect(page.getByRole('button', { name: 'Abholung beginnen' })).toBeEnabled()
  await isKept(page)

  await context.setOffline(true)
  await press(page, 'Abholung beginnen')
  await expect(page.getByText(/Es fehlt noch: .*Ausweisnummer, Kategorien des Ausweises/)).toBeVisible()
  await page.getByLabel('Gültig bis').fill('2034-05-31')
  await page.getByLabel('Ausweisnummer').fill('003 456 789 012')
  await page.getByRole('button', { name: 'B', exact: true }).click()

  await test.step('the page is killed and comes back without network', async () => {
    await page.reload()
    await expect(page.getByLabel('Ausweisnummer')).toHaveValue('003 456 789 012')
  })
  await page.getByLabel('Ausweis gesehen und verglichen').check()
  await test.step('somebody else drives, too: with their licence, its picture and their price', () =>
    nameFurtherDriver(page))
  await press(page, 'Weiter zu den Fotos')
  await choosePhotos(page, ['Vorne', 'Vorne links', 'Links'])
  await expect(page.getByText('Wartet', { exact: true })).toHaveCount(3)
  await press(page, 'Weiter mit 3 von 8')
  await page.getByRole('img', { name: /Fahrzeug von allen Seiten/ }).click({ position: { x: 90, y: 150 } })
  await press(page, 'Schaden festhalten')
  await expect(page.getByText(/1 neuer Schaden/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/1 neuer Schaden/)).toBeVisible()
  await press(page, 'Weiter')
  await press(page, 'Weiter')
  await press(page, 'Weiter zum Nächsten')
  await press(page, 'Weiter zur Zusammenfassung')
  await expect(page.getByText('Zoé Zweit')).toBeVisible()
  await press(page, 'Weiter zur Unterschrift')
  await draw(page, page.getByRole('img', { name: 'Unterschrift Kundin, Kunde' }))
  await press(page, 'Vertrag abschliessen')
  await expect(page.getByRole('heading', { name: 'Gute Fahrt' })).toBeVisible()
  await expect(page.getByText(/warten auf das Netz/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/warten auf das Netz/)).toBeVisible()
  expect(await pickupAtServer(sql, reservationId)).toBeUndefined()

  await context.setOffline(false)
  await expect(page.getByText('Alles gesendet')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('link', { name: 'Vertrag ansehen' })).toBeVisible({ timeout: 60_000 })
  await test.step('the customer scans the contract onto a phone of their own', () => scanContract(page))
  expect(await pickupAtServer(sql, reservationId)).toEqual({
    status: 'active',
    contracts: 1,
    handovers: 1,
    further: 1,
    licences: 1,
    photos: 4,
    damages: 1,
    signatures: 1,
    sealed: 1,
  })
})

test('what was cancelled meanwhile is shown to a person, and nothing is dropped', async ({
  page,
  context,
}) => {
  const { id: reservationId } = await confirmedBooking(sql)
  await signInAsOwner(context)
  await page.goto(`/handover/reservations/${reservationId}`)
  await expect(page.getByRole('button', { name: 'Abholung beginnen' })).toBeEnabled()
  await isKept(page)
  await context.setOffline(true)
  await press(page, 'Abholung beginnen')
  await sql`update public.reservations set status = 'cancelled' where id = ${reservationId}`

  await context.setOffline(false)
  await expect(page.getByText('1 Übergabe braucht Sie')).toBeVisible({ timeout: 30_000 })
  await page.getByText('1 Übergabe braucht Sie').click()
  await expect(page.getByText(/Klären Sie es mit dem Büro/)).toBeVisible()
  await press(page, 'Beiseitelegen')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Beiseitelegen' }).click()
  await expect(page.getByText('Beiseitegelegt', { exact: true })).toBeVisible()
  await press(page, 'Wieder aufnehmen')
  await expect(page.getByText('1 Übergabe braucht Sie')).toBeVisible()
})

test('who signs in on the same phone sees nothing of the one before, and the list leaves with the log-in', async ({
  page,
  context,
}) => {
  await signInAsOwner(context)
  await page.goto('/handover')
  await expect(page.getByRole('heading', { name: 'Übergaben' })).toBeVisible()
  await isKept(page)
  await context.clearCookies()
  await page.goto('/handover')
  await page.waitForURL('**/login**')
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).includes('handover-shell')))
    .toBe(false)
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('crms-handover')
          opening.onsuccess = () => {
            const asked = opening.result.transaction('handovers').objectStore('handovers').count()
            asked.onsuccess = () => done(asked.result)
            opening.result.close()
          }
        }),
    )
  await expect.poll(kept).toBe(0)
})
