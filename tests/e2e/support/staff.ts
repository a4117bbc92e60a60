import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { expectAccessible } from './axe.ts'

const photoPositions = ['Vorne', 'Vorne links', 'Links', 'Hinten']

/** A photo as a phone takes it: big, and with the place in its EXIF data. */
export function phonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1800, channels: 3, background: { r: 90, g: 120, b: 110 } } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 0/1' } })
    .jpeg()
    .toBuffer()
}

/** Waits until the phone has got rid of everything. */
export async function allSent(page: Page) {
  await expect(page.getByText('Alles gesendet')).toBeVisible({ timeout: 60_000 })
}

async function next(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name }).click()
}

async function checkLicence(page: Page) {
  await page.getByLabel('Gültig bis').fill('2034-05-31')
  await page.getByLabel('Ausweisnummer').fill('003 456 789 012')
  const category = page.getByRole('button', { name: 'B', exact: true })
  if ((await category.getAttribute('aria-pressed')) !== 'true') await category.click()
  await page.getByLabel('Ausweis gesehen und verglichen').check()
  await expectAccessible(page, 'the licence')
  await next(page, 'Weiter zu den Fotos')
}

async function takePhotos(page: Page, look: (page: Page) => Promise<void> = async () => undefined) {
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  await next(page, 'Kamera öffnen')
  // Without a camera the place is taken from a file; then the next place is asked for.
  for (const position of photoPositions) {
    await expect(page.getByRole('dialog').getByRole('heading', { name: position, exact: true })).toBeVisible()
    await page.getByLabel('Foto wählen').setInputFiles(photo)
  }
  await next(page, 'Genug')
  await expect(page.getByText('Gespeichert', { exact: true })).toHaveCount(photoPositions.length, {
    timeout: 30_000,
  })
  await expectAccessible(page, 'the photos')
  await look(page)
  await next(page, /Weiter (mit \d von 8|zu den Schäden)/)
}

/** Holds a place against what it looked like at the pickup; the slider moves with the keyboard too. */
async function compare(page: Page) {
  await page.getByRole('button', { name: 'Hinten ansehen' }).click()
  const dialog = page.getByRole('dialog')
  const slider = dialog.getByRole('slider')
  // Both whole, in one frame: what is at the same spot of the vehicle is at the same spot of the screen.
  const [before, after] = await dialog.getByRole('img').evaluateAll((all) =>
    all.map((image) => ({
      ...image.getBoundingClientRect().toJSON(),
      fit: getComputedStyle(image).objectFit,
    })),
  )
  expect(before).toMatchObject({ fit: 'contain' })
  expect(after).toEqual(before)
  await slider.press('ArrowRight')
  await expect(slider).toHaveValue('51')
  await expectAccessible(page, 'the comparison')
  await next(page, 'Verglichen')
}

async function readDashboard(page: Page, kilometresMore: number, eighthsLess: number) {
  const known = await page.getByText(/Letzter bekannter Stand/).textContent()
  const kilometres = Number(known?.replace(/\D/g, '')) + kilometresMore
  await page.getByLabel('Kilometerstand').fill('')
  await expect(page.getByRole('button', { name: 'Weiter', exact: true })).toBeDisabled()
  await page.getByLabel('Kilometerstand').fill(String(kilometres))
  for (let step = 0; step < eighthsLess; step += 1) await next(page, 'Ein Achtel weniger')
  await expectAccessible(page, 'the readings')
  await next(page, 'Weiter')
  await expectAccessible(page, 'keys and accessories')
  await next(page, 'Weiter zum Nächsten')
}

async function sign(page: Page, finish: string) {
  const glass = page.getByRole('img', { name: 'Unterschrift Kundin, Kunde' })
  await expect(glass).toBeVisible()
  const marks = page.getByLabel(/gezeigt und anerkannt/)
  if ((await marks.count()) > 0) await marks.check()
  await glass.scrollIntoViewIfNeeded()
  const box = await glass.boundingBox()
  if (!box) throw new Error('There is no glass to sign on')
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1) {
    await page.mouse.move(box.x + 30 + step * 15, box.y + box.height / 2 + (step % 2 ? -18 : 18))
  }
  await page.mouse.up()
  await expectAccessible(page, 'the signature')
  await next(page, finish)
}

/** Hands the vehicle over: licence, photos, readings, deposit on the card, signature; ends when the contract is sealed. */
export async function pickUp(page: Page) {
  await next(page, 'Abholung beginnen')
  await checkLicence(page)
  await takePhotos(page)
  await next(page, 'Weiter ohne neuen Schaden')
  await readDashboard(page, 0, 0)
  await page.getByRole('radio', { name: /hinterlegten Karte/ }).check()
  await expectAccessible(page, 'the deposit')
  await next(page, 'Weiter zur Zusammenfassung')
  await expect(page.getByRole('button', { name: 'Weiter zur Unterschrift' })).toBeVisible()
  await expectAccessible(page, 'the summary')
  await next(page, 'Weiter zur Unterschrift')
  await sign(page, 'Vertrag abschliessen')
  await expect(page.getByRole('heading', { name: 'Gute Fahrt' })).toBeVisible()
  await allSent(page)
}

/** Takes the vehicle back with a scratch, more kilometres and less fuel; ends on the settlement's link. */
export async function takeBack(page: Page, kilometres: number) {
  await next(page, 'Rückgabe beginnen')
  await takePhotos(page, compare)
  await page.getByRole('img', { name: /Fahrzeug von allen Seiten/ }).click({ position: { x: 90, y: 150 } })
  await next(page, 'Kratzer')
  await page.getByLabel(/Verrechnen/).fill('180.00')
  await expectAccessible(page, 'a damage')
  await next(page, 'Schaden festhalten')
  await expect(page.getByText(/1 neuer Schaden/)).toBeVisible()
  await expectAccessible(page, 'the damages')
  await next(page, 'Weiter')
  await readDashboard(page, kilometres, 2)
  await expect(page.getByText('Noch zu bezahlen')).toBeVisible()
  await expectAccessible(page, 'the settlement')
  await next(page, 'Weiter zur Unterschrift')
  await sign(page, 'Rückgabe abschliessen')
  await expect(page.getByRole('heading', { name: 'Zurückgegeben' })).toBeVisible()
  await allSent(page)
}
