import { z } from 'zod'
import type { Damage, Handover, Photo } from '@/lib/handover/handover'

const Price = z.looseObject({
  total_rappen: z.number(),
  security_deposit_rappen: z.number().nullish(),
  minimum_age: z.number().nullish(),
})

type ContractRow = {
  id: string
  number: string
  status: string
  reservation_id: string
  starts_at: string
  ends_at: string
  included_km: number
  extra_km_rappen: number
  currency: string
  price: unknown
  terms: string
  terms_version: number
}

/** A contract's row as the phone needs it; the agreed price is frozen in it. */
export function toContract(row: ContractRow): Handover['contract'] {
  const price = Price.parse(row.price)
  return {
    id: row.id,
    number: row.number,
    isCancelled: row.status === 'cancelled',
    reservationId: row.reservation_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    includedKm: row.included_km,
    extraKmRappen: row.extra_km_rappen,
    currency: row.currency,
    totalRappen: price.total_rappen,
    securityDepositRappen: price.security_deposit_rappen ?? 0,
    minimumAge: price.minimum_age ?? 18,
    terms: row.terms,
    termsVersion: row.terms_version,
  }
}

/** A mark's row; numerics may come as text. */
export function toDamage(row: {
  id: string
  view: string
  x: number | string
  y: number | string
  kind: string
  severity: string
  note: string | null
  charge_rappen: number
}): Damage {
  return {
    id: row.id,
    view: row.view as Damage['view'],
    x: Number(row.x),
    y: Number(row.y),
    kind: row.kind as Damage['kind'],
    severity: row.severity as Damage['severity'],
    note: row.note ?? '',
    chargeRappen: row.charge_rappen,
  }
}

export function toPhoto(row: { id: string; position: string; taken_at: string }): Photo {
  return { id: row.id, position: row.position as Photo['position'], takenAt: row.taken_at }
}
