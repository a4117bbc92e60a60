import { z } from 'zod'
import { ChargeLine, VatGroup } from '@/lib/core/documents/charges'

const text = z.string().nullish()

const Photo = z.object({
  id: z.uuid(),
  position: z.enum([
    'front',
    'front_left',
    'left',
    'rear',
    'rear_right',
    'right',
    'interior',
    'dashboard',
    'licence',
    'licence_back',
    'free',
  ]),
  storage_path: z.string(),
  sha256: z.string(),
  taken_at: z.string(),
})
export type ContractPhoto = z.infer<typeof Photo>

/** A licence's picture is nobody's business but ours: no paper shows it. */
export function isLicencePhoto(position: ContractPhoto['position']): boolean {
  return position === 'licence' || position === 'licence_back'
}

const Damage = z.object({
  id: z.uuid(),
  view: z.enum(['front', 'rear', 'left', 'right', 'roof', 'interior']),
  x: z.coerce.number(),
  y: z.coerce.number(),
  kind: z.enum(['scratch', 'dent', 'crack', 'chip', 'missing', 'stain', 'other']),
  severity: z.enum(['minor', 'medium', 'major']),
  note: text,
  photo_id: z.uuid().nullish(),
  photo_x: z.coerce.number().nullish(),
  photo_y: z.coerce.number().nullish(),
  charge_rappen: z.number().int().default(0),
})
export type ContractDamage = z.infer<typeof Damage>

const Signature = z.object({
  signer: z.enum(['customer', 'staff']),
  name: z.string(),
  image_path: z.string(),
  document_sha256: z.string(),
  signed_at: z.string(),
  received_at: text,
  ip: text,
  user_agent: text,
})
export type ContractSignature = z.infer<typeof Signature>

const Handover = z.object({
  kind: z.enum(['pickup', 'exchange_back', 'exchange_out', 'return']),
  plate: text,
  odometer_km: z.number().nullable(),
  fuel_percent: z.number().nullable(),
  clean: z.boolean().nullable(),
  notes: text,
  checklist: z
    .object({ keys: z.number().nullish(), accessories: z.array(z.string()).nullish() })
    .nullish()
    .catch(null),
  completed_at: z.string().nullable(),
  photos: z.array(Photo),
  damages: z.array(Damage),
  signatures: z.array(Signature),
})
export type ContractHandover = z.infer<typeof Handover>

const Driver = z.object({
  first_name: z.string(),
  last_name: z.string(),
  birth_date: text,
  licence_number: text,
  licence_categories: z.array(z.string()),
  licence_expires_on: text,
})

/** What `contract_facts` answers, as far as a contract prints it. */
export const ContractFacts = z.object({
  contract: z.object({
    id: z.uuid(),
    number: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    /** When the vehicle was handed over in fact, which may be before or after the agreed start. */
    picked_up_at: text,
    price: z.looseObject({
      total_rappen: z.number().int(),
      vat: z.array(VatGroup),
      excess_rappen: z.number().int().nullish(),
    }),
    included_km: z.number().int(),
    extra_km_rappen: z.number().int(),
    fuel_price_rappen: z.number().int(),
    charge_price_rappen: z.number().int(),
    currency: z.string(),
    locale: z.string(),
    terms: z.string(),
    terms_version: z.number().int(),
    content_sha256: text,
  }),
  reservation_number: z.string(),
  company: z.object({
    slug: z.string(),
    name: z.string(),
    legal_name: text,
    street: text,
    house_number: text,
    postal_code: text,
    town: text,
    email: text,
    phone: text,
    accent_color: z.string(),
    time_zone: z.string(),
  }),
  customer: z.object({
    name: z.string(),
    street: text,
    house_number: text,
    postal_code: text,
    town: text,
    email: text,
    phone: text,
  }),
  driver: Driver.nullable(),
  further_drivers: z.array(Driver).default([]),
  vehicle: z.object({
    make: z.string(),
    model: z.string(),
    plate: z.string(),
    vin: z.string(),
    category_names: z.record(z.string(), z.string()),
    body_type: z.string(),
    fuel: z.string(),
    tank_litres: z.number().int(),
  }),
  pickup_location: z.string(),
  return_location: z.string(),
  lines: z.array(ChargeLine),
  deposit: z.object({ method: z.enum(['card', 'cash']), amount_rappen: z.number().int() }).nullable(),
  handovers: z.array(Handover).nullable(),
  /** How far the chain of evidence reached when the pickup was signed. */
  evidence: z.object({ entries: z.number().int(), head_sha256: z.string() }).nullish(),
})
export type ContractFacts = z.infer<typeof ContractFacts>

const Address = z.looseObject({
  name: z.string(),
  street: text,
  house_number: text,
  postal_code: text,
  town: text,
  country: text,
})

/** What `settlement_facts` answers: the contract's facts, and how it is paid. */
export const SettlementFacts = ContractFacts.extend({
  vat: z.array(VatGroup),
  creditor: Address.extend({ iban: text }),
  debtor: Address,
  reference: z.string().nullable(),
  payments: z.array(z.object({ purpose: z.string(), amount_rappen: z.number().int() })),
})
export type SettlementFacts = z.infer<typeof SettlementFacts>

const Terms = z.object({
  vehicle: z.string(),
  plate: z.string(),
  vin: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  pickup_location: text,
  return_location: text,
  included_km: z.number().int().nullable(),
  extra_km_rappen: z.number().int().nullable(),
  total_rappen: z.number().int(),
  extras: z.array(z.object({ names: z.record(z.string(), z.string()), quantity: z.number().int() })),
})
export type RentalTerms = z.infer<typeof Terms>

const Reading = z.object({ odometer_km: z.number(), fuel_percent: z.number() })

/** What `addendum_facts` answers: the contract's facts, and the change with the customer's signature. */
export const AddendumFacts = ContractFacts.extend({
  addendum: z.object({
    before: Terms,
    after: Terms,
    readings: z.object({ back: Reading, out: Reading }).nullable(),
    /** Who joined as a further driver. */
    driver: z.object({ name: z.string(), licence_number: text }).nullish(),
    changed_at: z.string(),
    nth: z.number().int(),
    signature: Signature,
  }),
})
export type AddendumFacts = z.infer<typeof AddendumFacts>
