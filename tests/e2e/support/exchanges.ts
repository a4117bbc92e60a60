import { createHash, randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { JSONValue, Sql } from 'postgres'
import sharp from 'sharp'
import { world } from '../../load/environment.ts'
import { tokenOf } from '../../load/session.ts'
import { confirmedBooking, ownVehicle } from './pickups.ts'

let token: Promise<string> | undefined

/** One log-in a worker: logging in is limited per account. */
function ownerToken(): Promise<string> {
  token ??= tokenOf('owner@alpenmobil.test')
  return token
}

/** Calls one of the database's functions as the demo's owner. */
async function call(name: string, body: Record<string, JSONValue>): Promise<unknown> {
  const answer = await fetch(`${world.supabase}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: {
      apikey: world.publishableKey,
      authorization: `Bearer ${await ownerToken()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`)
  return answer.status === 204 ? null : answer.json()
}

/** Puts a drawn signature among the company's evidence, as a phone's would be. */
async function storeSignature(companyId: string): Promise<{ image_path: string; image_sha256: string }> {
  const ink =
    '<svg width="400" height="160"><path d="M20 90 q80 -120 160 0 t200 0" fill="none" stroke="#111" stroke-width="5"/></svg>'
  const image = await sharp(Buffer.from(ink)).png().toBuffer()
  const path = `${companyId}/handovers/${randomUUID()}.png`
  const answer = await fetch(`${world.supabase}/storage/v1/object/evidence/${path}`, {
    method: 'POST',
    headers: {
      apikey: world.publishableKey,
      authorization: `Bearer ${await ownerToken()}`,
      'content-type': 'image/png',
    },
    body: Uint8Array.from(image),
  })
  if (!answer.ok) throw new Error(`Storage answered ${answer.status}: ${await answer.text()}`)
  return { image_path: path, image_sha256: createHash('sha256').update(image).digest('hex') }
}

/** A rental under way whose vehicle was just exchanged: its portal's token, and both vehicles that wait to be recorded. */
export async function exchangedRental(sql: Sql) {
  const booking = await confirmedBooking(sql)
  const opened = (await call('start_pickup', { p_reservation_id: booking.id })) as {
    handover_id: string
    contract_id: string
  }
  const [vehicle] = await sql`
    select v.odometer_km, v.company_id from public.vehicles v join public.contracts c on c.vehicle_id = v.id where c.id = ${opened.contract_id}`
  await call('complete_pickup', {
    p_handover_id: opened.handover_id,
    p_readings: { odometer_km: vehicle?.odometer_km, fuel_percent: 100 },
    p_driver: {
      first_name: 'Nora',
      last_name: 'Keller',
      birth_date: '1990-04-12',
      licence_number: '003456789012',
      licence_categories: ['B'],
      licence_expires_on: '2040-01-01',
    },
    p_deposit_waived_reason: 'Stammkundin',
    p_signatures: [
      { signer: 'customer', name: 'Nora Keller', ...(await storeSignature(String(vehicle?.company_id))) },
    ],
  })
  await expect
    .poll(
      async () => {
        const sealed = await sql`select id from public.documents where record_id = ${opened.contract_id}`
        return sealed.length
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await call('change_rental', {
    p_contract_id: opened.contract_id,
    p_change: { vehicle_id: await ownVehicle(sql), keep_price: true },
  })
  const open = await sql`
    select h.id, h.kind, v.odometer_km from public.handovers h join public.vehicles v on v.id = h.vehicle_id
    where h.contract_id = ${opened.contract_id} and h.change_id is not null order by h.kind`
  return {
    token: booking.token,
    contractId: opened.contract_id,
    vehicles: open.map(({ id, kind, odometer_km }) => ({
      handoverId: String(id),
      isBack: kind === 'exchange_back',
      odometerKm: Number(odometer_km),
    })),
  }
}
