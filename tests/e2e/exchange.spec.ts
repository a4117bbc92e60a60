import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { expectAccessible } from './support/axe.ts'
import { exchangedRental } from './support/exchanges.ts'
import { choosePhotos, draw, isKept } from './support/pickups.ts'
import { signInAsOwner } from './support/sign-in.ts'
import { allSent } from './support/staff.ts'

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
test.afterAll(() => sql.end())
test.skip(({ isMobile }) => isMobile !== true, 'happens on phones')

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** A damage at the rear, without ever pointing at the sketch. */
async function markByKeyboard(page: Page) {
  for (const name of ['Teil wählen', 'hinten', 'Schaden festhalten']) {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText(/1 neuer Schaden/)).toBeVisible()
}

test('a vehicle exchanged during the rental is recorded twice without network, and the customer signs the addendum in the portal', async ({
  page,
  context,
}) => {
  const rental = await exchangedRental(sql)
  await signInAsOwner(context)
  await page.goto('/handover')
  for (const { handoverId } of rental.vehicles)
    await expect(page.locator(`a[href$="${handoverId}"]`)).toBeVisible()
  await isKept(page)

  await context.setOffline(true)
  for (const { handoverId, isBack, odometerKm } of rental.vehicles) {
    await page.goto(`/handover/${handoverId}`)
    await press(page, 'Zustand festhalten')
    await choosePhotos(page, ['Vorne'])
    await press(page, 'Weiter mit 1 von 8')
    if (isBack) await markByKeyboard(page)
    await press(page, isBack ? 'Weiter' : 'Weiter ohne neuen Schaden')
    if (isBack) await page.getByLabel('Kilometerstand').fill(String(odometerKm + 40))
    await press(page, 'Weiter')
    await press(page, 'Weiter zum Nächsten')
    if (isBack) await page.getByLabel(/gezeigt und anerkannt/).check()
    await draw(page, page.getByRole('img', { name: 'Unterschrift Kundin, Kunde' }))
    await expectAccessible(page, 'the signature of an exchange')
    await press(page, 'Zustand festhalten')
    await expect(page.getByRole('heading', { name: isBack ? 'Festgehalten' : 'Gute Fahrt' })).toBeVisible()
  }
  await context.setOffline(false)
  await allSent(page)
  const recorded = await sql`
    select kind, (select count(*)::int from public.handover_photos p where p.handover_id = h.id) as photos,
      (select count(*)::int from public.signatures s where s.handover_id = h.id) as signatures
    from public.handovers h where contract_id = ${rental.contractId} and change_id is not null and completed_at is not null order by kind`
  expect([...recorded]).toEqual([
    { kind: 'exchange_back', photos: 1, signatures: 1 },
    { kind: 'exchange_out', photos: 1, signatures: 1 },
  ])

  await page.goto(`http://alpenmobil.${process.env.APP_HOST}/portal/${rental.token}`)
  await expect(page.getByRole('heading', { name: 'Bitte unterschreiben Sie den Nachtrag' })).toBeVisible()
  await press(page, 'Nachtrag unterschreiben')
  await draw(page, page.getByRole('img', { name: 'Ihre Unterschrift' }))
  await expectAccessible(page, 'the addendum')
  await page.getByRole('button', { name: 'Unterschreiben', exact: true }).click()
  await expect(page.getByText(/der Nachtrag ist unterschrieben/)).toBeVisible()
  const signed =
    await sql`select name, witnessed_by from public.addenda where contract_id = ${rental.contractId}`
  expect([...signed]).toEqual([{ name: 'Nora Keller', witnessed_by: null }])
})
