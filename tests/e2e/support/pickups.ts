import { randomInt, randomUUID } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { type Booking, book, pay } from './bookings.ts'
import { phonePhoto } from './staff.ts'

const DAY = 86_400_000

/** A vehicle of the demo company that nobody else has or counts on: like one of its compact cars, with a plate of its own. */
export async function ownVehicle(sql: Sql): Promise<string> {
  const id = randomUUID()
  const plate = `ZH ${randomInt(100_000, 999_999)}`
  const vin = `TEST${randomInt(1e12, 9e12)}`
  await sql`
    with alike as (
      select v.* from public.vehicles v join public.companies c on c.id = v.company_id
      join public.vehicle_categories k on k.company_id = v.company_id and k.id = v.category_id
      where c.slug = 'alpenmobil' and k.body_type = 'compact' and v.retired_at is null
        and exists (select from public.rates r where r.company_id = v.company_id and r.category_id = v.category_id and r.vehicle_id is null)
      order by v.plate limit 1),
    resource as (insert into public.resources (company_id, id, kind) select company_id, ${id}, 'vehicle' from alike)
    insert into public.vehicles
    select (jsonb_populate_record(null::public.vehicles, to_jsonb(alike) ||
      jsonb_build_object('id', ${id}::text, 'plate', ${plate}::text, 'vin', ${vin}::text, 'status', 'available'))).* from alike`
  return id
}

/** A reservation for tomorrow that is confirmed and can be picked up now: of a vehicle of its own, and the card is on file. */
export async function confirmedBooking(sql: Sql): Promise<Booking> {
  const startsAt = new Date(Math.ceil(Date.now() / DAY) * DAY + 9 * 3_600_000)
  const endsAt = new Date(startsAt.getTime() + DAY)
  const booking = await book(sql, 0, { vehicleId: await ownVehicle(sql), startsAt, endsAt })
  await pay(booking)
  await expect
    .poll(async () => {
      const [row] = await sql`select status from public.reservations where id = ${booking.id}`
      return row?.status
    })
    .toBe('confirmed')
  return booking
}

/** Makes the customer somebody who has driven here before: their licence is known. */
export async function knownDriver(sql: Sql, reservationId: string): Promise<void> {
  await sql`
    insert into public.drivers (company_id, customer_id, first_name, last_name, birth_date, licence_number, licence_categories, licence_expires_on)
    select company_id, customer_id, 'Nora', 'Keller', '1990-04-12', '003456789012', '{B}', '2040-01-01' from public.reservations where id = ${reservationId}`
}

/** Waits until the service worker has the page and all it needs. */
export async function isKept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          async () => (await caches.match('/handover', { cacheName: 'handover-shell' })) !== undefined,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
}

/** Takes photos from files, place after place, as the camera asks for them. */
export async function choosePhotos(page: Page, positions: string[]): Promise<void> {
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  await page.getByRole('button', { name: 'Kamera öffnen' }).click()
  for (const position of positions) {
    await expect(page.getByRole('dialog').getByRole('heading', { name: position, exact: true })).toBeVisible()
    await page.getByLabel('Foto wählen').setInputFiles(photo)
  }
  await page.getByRole('button', { name: 'Genug' }).click()
}

/** Draws a signature on the glass. */
export async function draw(page: Page, glass: Locator): Promise<void> {
  await glass.scrollIntoViewIfNeeded()
  const box = await glass.boundingBox()
  if (!box) throw new Error('There is no glass to sign on')
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1)
    await page.mouse.move(box.x + 30 + step * 15, box.y + box.height / 2 + (step % 2 ? -18 : 18))
  await page.mouse.up()
}

/** What the server has of a reservation's pickup. */
export async function pickupAtServer(sql: Sql, reservationId: string) {
  const [row] = await sql`
    select c.status, count(distinct c.id)::int as contracts, count(distinct h.id)::int as handovers,
      (select count(*)::int from public.handover_photos p where p.handover_id = h.id) as photos,
      (select count(*)::int from public.handover_photos p where p.handover_id = h.id and p.driver_id is not null) as licences,
      (select count(*)::int from public.contract_drivers x where x.contract_id = c.id) as further,
      (select count(*)::int from public.damages d where d.handover_id = h.id) as damages,
      (select count(*)::int from public.signatures s where s.handover_id = h.id) as signatures,
      (select count(*)::int from public.documents d where d.record_id = c.id) as sealed
    from public.contracts c left join public.handovers h on h.company_id = c.company_id and h.contract_id = c.id
    where c.reservation_id = ${reservationId} group by c.id, c.status, h.id`
  return row
}
