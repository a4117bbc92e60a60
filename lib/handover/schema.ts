import { z } from 'zod'
import { BirthDate } from '@/lib/core/birth-date'
import { DOCUMENT_LANGUAGES } from '@/lib/core/documents/language'
import { line } from '@/lib/core/line'
import { wholeNumber } from '@/lib/core/whole-number'

/** Where a photo is taken; the guided ones in the order of a walk around the vehicle. */
export const GUIDED_POSITIONS = [
  'front',
  'front_left',
  'left',
  'rear',
  'rear_right',
  'right',
  'interior',
  'dashboard',
] as const
/** Both sides of a licence. */
export const LICENCE_SIDES = ['licence', 'licence_back'] as const
export const PHOTO_POSITIONS = [...GUIDED_POSITIONS, ...LICENCE_SIDES, 'free'] as const
export type PhotoPosition = (typeof PHOTO_POSITIONS)[number]

export const DAMAGE_VIEWS = ['front', 'rear', 'left', 'right', 'roof', 'interior'] as const
export const DAMAGE_KINDS = ['scratch', 'dent', 'crack', 'chip', 'missing', 'stain', 'other'] as const
export const SEVERITIES = ['minor', 'medium', 'major'] as const
export const LICENCE_CATEGORIES = ['B', 'BE', 'C1', 'C1E', 'C', 'CE', 'D1', 'D', 'A'] as const

export const VehicleRef = z.object({ id: z.uuid() })

/** A handover by what is handed over, or by its record. */
export const HandoverRef = z.union([
  z.object({ reservationId: z.uuid() }),
  z.object({ contractId: z.uuid() }),
  z.object({ handoverId: z.uuid() }),
])
export type HandoverRef = z.output<typeof HandoverRef>

/** A photo that is about to be uploaded under the phone's own id. */
export const PhotoUpload = z.object({ photoId: z.uuid() })

export const PhotoRef = z.object({ handoverId: z.uuid(), photoId: z.uuid() })
export type PhotoRef = z.output<typeof PhotoRef>

export const PhotoSize = z.object({ size: z.enum(['thumbnail', 'full']).default('full') })

/** More than that is charged for no damage, in rappen. */
export const MOST_CHARGE_RAPPEN = 100_000_000

/** A mark on the vehicle; `x` and `y` are shares of the sketch's width and height. */
export const DamageMark = z.object({
  id: z.uuid(),
  view: z.enum(DAMAGE_VIEWS),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  kind: z.enum(DAMAGE_KINDS),
  severity: z.enum(SEVERITIES),
  note: z.string().trim().max(1_000).default(''),
  chargeRappen: z.number().int().min(0).max(MOST_CHARGE_RAPPEN).default(0),
  /** What the phone's price list said. */
  listRappen: z.number().int().min(0).max(MOST_CHARGE_RAPPEN).nullable().default(null),
  chargeReason: z.string().trim().max(300).default(''),
  /** Where a photo of this handover shows it: shares of that picture's width and height. */
  photo: z
    .object({ id: z.uuid(), x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
    .nullable()
    .default(null),
})
export type DamageMark = z.output<typeof DamageMark>

/** What goes along with a vehicle and has to come back. */
export const ACCESSORIES = [
  'registration',
  'charging_cable',
  'triangle',
  'vest',
  'first_aid',
  'child_seat',
  'ski_rack',
  'snow_chains',
] as const

/** One of the accessories, or an extra of the company's by its code. */
const ThingCode = z.string().regex(/^[a-z0-9_]{2,40}$/)

/** What was counted, and what the customer was shown. */
export const Checklist = z.object({
  keys: z.number().int().min(0).max(9),
  accessories: z.array(ThingCode).max(60),
  /** Booked pieces that stay here, as staff said at the pickup. */
  notHandedOver: z.array(ThingCode).max(50).default([]),
  /** At a return: the customer has seen the new marks beside the photos of the pickup. */
  marksAcknowledged: z.boolean().default(false),
  /** At a return: nobody waits, or the key came by the box; staff sign, and the customer hears of it by mail. */
  customerAbsent: z.boolean().default(false),
})
export type Checklist = z.output<typeof Checklist>

/** What the instruments say, and how the vehicle looks. */
export const Readings = z.object({
  odometerKm: z.number().int().min(0).max(3_000_000),
  fuelPercent: z.number().int().min(0).max(100),
  clean: z.boolean(),
  notes: z.string().trim().max(5_000).default(''),
  checklist: Checklist.optional(),
})
export type Readings = z.output<typeof Readings>

/** Readings to compute a settlement from, as a query has them. */
export const PreviewReadings = z.object({
  odometerKm: wholeNumber(0, 3_000_000),
  fuelPercent: wholeNumber(0, 100),
})
export type PreviewRequest = z.output<typeof PreviewReadings> & { handoverId: string }

/** Who drives, as the licence in hand says. */
export const Driver = z.object({
  firstName: line(80).min(1),
  lastName: line(80).min(1),
  birthDate: BirthDate,
  licenceNumber: line(40).min(1),
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
  name: line(120).min(1),
  image: z
    .string()
    .max(400_000)
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/),
})
export type DrawnSignature = z.output<typeof DrawnSignature>

/** The customer's signature under a change of their rental. */
export const AddendumSignature = DrawnSignature.omit({ signer: true }).extend({
  changeId: z.uuid(),
  image: z.string().min(1, 'required').pipe(DrawnSignature.shape.image),
})
export type AddendumSignature = z.output<typeof AddendumSignature>

const Signatures = z.array(DrawnSignature).min(1).max(2)
const hasSigned = (all: DrawnSignature[], who: DrawnSignature['signer']) =>
  all.some(({ signer }) => signer === who)

const PickupEnd = z.object({
  readings: Readings,
  driver: Driver,
  /** The price the customer has read. */
  totalRappen: z.number().int().min(0).max(1_000_000_000).optional(),
  /** The language the customer has read it in. */
  language: z.enum(DOCUMENT_LANGUAGES).optional(),
  depositMethod: z.enum(['card', 'cash']).nullable(),
  /** Why there is none although one is due; what phones wrote before they asked has no such part. */
  depositWaivedReason: line(300).optional(),
  signatures: Signatures.refine((all) => hasSigned(all, 'customer'), 'required'),
})
export type PickupEnd = z.output<typeof PickupEnd>

const ReturnEnd = z
  .object({ readings: Readings, signatures: Signatures })
  .refine(
    ({ readings, signatures }) =>
      hasSigned(signatures, readings.checklist?.customerAbsent ? 'staff' : 'customer'),
    { path: ['signatures'], message: 'required' },
  )
export type ReturnEnd = z.output<typeof ReturnEnd>

const At = z.iso.datetime({ offset: true })

/** What a phone does in a handover, in the order in which people do it. */
export const StepWork = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    reservationId: z.uuid(),
    /** The vehicle of the phone counts, even if another one has been assigned meanwhile. */
    keepsVehicle: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('begin_return'), contractId: z.uuid() }),
  /** Staff are on their way: no part of the handover, which has not begun. */
  z.object({
    kind: z.literal('announce'),
    reservationId: z.uuid(),
    handover: z.enum(['pickup', 'return']),
    arrivesAt: At,
  }),
  z.object({
    kind: z.literal('add_photo'),
    photoId: z.uuid(),
    position: z.enum(PHOTO_POSITIONS),
    /** Whose licence it shows: a further driver's; null is who signs. */
    driverId: z.uuid().nullable().default(null),
  }),
  z.object({ kind: z.literal('remove_photo'), photoId: z.uuid() }),
  z.object({ kind: z.literal('mark_damage'), mark: DamageMark }),
  z.object({ kind: z.literal('remove_damage'), damageId: z.uuid() }),
  /** `driverId`: the phone's own name for them, until the server knows who of the recorded drivers they are. */
  z.object({ kind: z.literal('add_driver'), driverId: z.uuid(), driver: Driver }),
  z.object({ kind: z.literal('remove_driver'), driverId: z.uuid() }),
  z.object({ kind: z.literal('complete_pickup'), end: PickupEnd }),
  z.object({ kind: z.literal('complete_return'), end: ReturnEnd }),
  z.object({ kind: z.literal('complete_exchange'), end: ReturnEnd }),
])
export type StepWork = z.output<typeof StepWork>
/** A step's work as it was entered; the server reads and checks it. */
export type EnteredWork = z.input<typeof StepWork>

/** A step on its way: its id makes repeating it harmless, its times tell when it happened by whichever clock is right. */
export const Step = z.object({
  id: z.uuid(),
  /** Company and person who did it: nobody's work is sent in somebody else's name. */
  owner: z.string().max(80),
  nth: z.number().int().min(1).max(1_000_000),
  deviceId: z.uuid(),
  deviceAt: At,
  sentAt: At,
  /** How far the server's clock was ahead of the phone's when the phone last could tell. */
  clockOffsetMs: z.number().int().min(-1e12).max(1e12).nullable(),
  /** The vehicle the phone worked on. */
  vehicleId: z.uuid(),
  /** The server's record; the steps that begin one have none yet. */
  handoverId: z.uuid().nullable(),
  work: StepWork,
})
export type Step = z.output<typeof Step>
export type EnteredStep = z.input<typeof Step>
