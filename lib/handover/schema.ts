import { z } from 'zod'
import { BirthDate } from '@/lib/core/birth-date'

/** Where a photo is taken; the guided ones in the order of a walk around the vehicle. */
export const GUIDED_POSITIONS = ['front', 'left', 'rear', 'right', 'interior', 'dashboard'] as const
export const PHOTO_POSITIONS = [...GUIDED_POSITIONS, 'front_left', 'licence', 'free'] as const
export type PhotoPosition = (typeof PHOTO_POSITIONS)[number]

export const DAMAGE_VIEWS = ['front', 'rear', 'left', 'right', 'roof', 'interior'] as const
export const DAMAGE_KINDS = ['scratch', 'dent', 'crack', 'chip', 'missing', 'stain', 'other'] as const
export const SEVERITIES = ['minor', 'medium', 'major'] as const
export const LICENCE_CATEGORIES = ['B', 'BE', 'C1', 'C1E', 'C', 'CE', 'D1', 'D', 'A'] as const

export const ReservationRef = z.object({ reservationId: z.uuid() })
export const ContractRef = z.object({ contractId: z.uuid() })
export const VehicleRef = z.object({ id: z.uuid() })

/** A photo on its way: the phone gives it its id, so that sending it twice makes one. */
export const NewPhoto = z.object({
  position: z.enum(PHOTO_POSITIONS),
  clientId: z.uuid(),
  takenAt: z.iso.datetime({ offset: true }).optional(),
})
export type NewPhoto = z.output<typeof NewPhoto>

export const PhotoRef = z.object({ handoverId: z.uuid(), photoId: z.uuid() })
export type PhotoRef = z.output<typeof PhotoRef>

export const PhotoSize = z.object({ size: z.enum(['thumbnail', 'full']).default('full') })

/** A mark on the vehicle; `x` and `y` are shares of the sketch's width and height. */
export const DamageMark = z.object({
  handoverId: z.uuid(),
  id: z.uuid(),
  view: z.enum(DAMAGE_VIEWS),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  kind: z.enum(DAMAGE_KINDS),
  severity: z.enum(SEVERITIES),
  note: z.string().trim().max(1_000).default(''),
  chargeRappen: z.number().int().min(0).max(100_000_000).default(0),
})
export type DamageMark = z.output<typeof DamageMark>

export const DamageRef = z.object({ handoverId: z.uuid(), id: z.uuid() })
export type DamageRef = z.output<typeof DamageRef>

/** What the instruments say, and how the vehicle looks. */
export const Readings = z.object({
  odometerKm: z.number().int().min(0).max(3_000_000),
  fuelPercent: z.number().int().min(0).max(100),
  clean: z.boolean(),
  notes: z.string().trim().max(5_000).default(''),
})
export type Readings = z.output<typeof Readings>

export const PreviewRequest = Readings.pick({ odometerKm: true, fuelPercent: true }).extend({
  handoverId: z.uuid(),
})
export type PreviewRequest = z.output<typeof PreviewRequest>

/** Who drives, as the licence in hand says. */
export const Driver = z.object({
  firstName: z.string().trim().min(1).max(80),
  lastName: z.string().trim().min(1).max(80),
  birthDate: BirthDate,
  licenceNumber: z.string().trim().min(1).max(40),
  id: z.preprocess((value) => value || undefined, z.uuid().optional()),
  licenceCategories: z.array(z.enum(LICENCE_CATEGORIES)).min(1),
  licenceCodes: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,;/]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^\d{1,3}(\.\d{1,3})?$/, 'licence_codes')).max(20)),
  licenceExpiresOn: z.iso.date(),
})
export type Driver = z.output<typeof Driver>

/** A drawn signature: a PNG as data address. */
export const DrawnSignature = z.object({
  signer: z.enum(['customer', 'staff']),
  name: z.string().trim().min(1).max(120),
  image: z
    .string()
    .max(400_000)
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/),
})
export type DrawnSignature = z.output<typeof DrawnSignature>

const Signatures = z
  .array(DrawnSignature)
  .min(1)
  .max(2)
  .refine((all) => all.some(({ signer }) => signer === 'customer'), 'required')

export const PickupEnd = z.object({
  handoverId: z.uuid(),
  readings: Readings,
  driver: Driver,
  depositMethod: z.enum(['card', 'cash']).nullable(),
  signatures: Signatures,
})
export type PickupEnd = z.output<typeof PickupEnd>

export const ReturnEnd = z.object({ handoverId: z.uuid(), readings: Readings, signatures: Signatures })
export type ReturnEnd = z.output<typeof ReturnEnd>
