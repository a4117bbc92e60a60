import { randomUUID } from 'node:crypto'
import type { HandoverKey } from '@/lib/handover/handover'
import { openPhone, openPhoneDatabase, type Phone } from '@/lib/handover/offline/database'
import { appendStep, listSteps, withdraw } from '@/lib/handover/offline/log'
import { drain, type Send } from '@/lib/handover/offline/queue'
import { DAMAGE_KINDS, type EnteredWork, GUIDED_POSITIONS } from '@/lib/handover/schema'
import { somePhoto, someSignature } from './phone-world.ts'

/** The rental a handover is about. */
export interface Rental {
  reservationId: string
  contractId?: string
  vehicleId: string
  odometerKm: number
}

/** What must be on the server when everything has arrived. */
export interface Expected {
  key: HandoverKey
  photos: Set<string>
  damages: Map<string, string>
  /** Who drives beside the one who signs, by the phone’s own id. */
  drivers: Set<string>
}

/** A number from 0 to below `below`; the same seed gives the same numbers. */
export type Dice = (below: number) => number

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** The page is gone in the middle of whatever it did. */
class Killed extends Error {}

/**
 * A phone in a garage: its network comes and goes, answers get lost, requests arrive twice or long after, and the page
 * is killed and opened again at any moment.
 */
export class GaragePhone {
  private stray: (() => Promise<unknown>)[] = []
  isOnline = true
  kills = 0

  private constructor(
    private readonly name: string,
    private readonly owner: string,
    private readonly server: Send,
    private readonly dice: Dice,
    public phone: Phone,
  ) {}

  static async open(owner: string, server: Send, dice: Dice): Promise<GaragePhone> {
    const name = `phone-${randomUUID()}`
    const phone = await openPhone(await openPhoneDatabase(name), owner)
    return new GaragePhone(name, owner, server, dice, phone)
  }

  /** Closes the page as a kill does and opens it again: only what was written is left. */
  async restart(): Promise<void> {
    this.kills += 1
    this.phone.db.close()
    this.phone = await openPhone(await openPhoneDatabase(this.name), this.owner)
  }

  /** Lets the page send until something stops it. */
  async sync(): Promise<void> {
    try {
      await drain(this.phone, this.throughTheGarage)
    } catch (thrown) {
      if (!(thrown instanceof Killed)) throw thrown
      await this.restart()
    }
    if (this.stray.length > 0 && this.dice(2) === 0)
      await this.stray.splice(this.dice(this.stray.length), 1)[0]?.()
  }

  /** Everything gets through from now on, late duplicates too. */
  async settle(): Promise<void> {
    for (const late of this.stray.splice(0)) await late()
    this.isOnline = true
    for (let round = 0; round < 50; round += 1) {
      if ((await drain(this.phone, this.server)) !== 'drained') continue
      const stuck = (await listSteps(this.phone)).find(({ state }) => state !== 'sent')
      if (stuck) throw new Error(`Refused: ${JSON.stringify(stuck)}`)
      return
    }
    throw new Error('The phone never got rid of what it has.')
  }

  private throughTheGarage: Send = async (step, bytes) => {
    if (!this.isOnline) return { kind: 'unreachable' }
    const again = () => this.server(step, bytes)
    switch (this.dice(9)) {
      case 0:
        return { kind: 'unreachable' }
      case 1:
        // It arrived, and its answer did not.
        await again()
        return { kind: 'unreachable' }
      case 2:
        // It arrives twice at once.
        return (await Promise.all([again(), again()]))[0]
      case 3:
        // Given up by the phone, and delivered long after.
        this.stray.push(again)
        return { kind: 'unreachable' }
      case 4:
        await again()
        throw new Killed()
      case 5:
        throw new Killed()
      case 6: {
        const answer = await again()
        this.stray.push(again)
        return answer
      }
      default:
        return again()
    }
  }
}

type Act = (phone: Phone) => Promise<void>
type Write = (phone: Phone, work: EnteredWork, bytes?: ArrayBuffer) => Promise<void>

const signer = {
  id: undefined,
  firstName: 'Anna',
  lastName: 'Muster',
  birthDate: '1990-05-01',
  licenceNumber: '123456789001',
  licenceCategories: ['B' as const],
  licenceExpiresOn: '2040-01-01',
}

/** What a person does in one handover, in order, and what must come of it. */
export function actsOf(
  kind: 'pickup' | 'return',
  rental: Rental,
  dice: Dice,
): { acts: Act[]; expected: Expected } {
  const key: HandoverKey =
    kind === 'pickup' ? `pickup:${rental.reservationId}` : `return:${rental.contractId}`
  const expected: Expected = { key, photos: new Set(), damages: new Map(), drivers: new Set() }
  const { vehicleId } = rental
  const write: Write = (phone, work, bytes) => appendStep(phone, { key, vehicleId, about: key, work, bytes })
  const acts: Act[] = [
    (phone) =>
      write(
        phone,
        kind === 'pickup'
          ? { kind: 'begin', reservationId: rental.reservationId }
          : { kind: 'begin_return', contractId: rental.contractId ?? '' },
      ),
  ]
  for (let nth = 1 + dice(3); nth > 0; nth -= 1) {
    const photoId = randomUUID()
    const position = GUIDED_POSITIONS[dice(GUIDED_POSITIONS.length)] ?? 'front'
    acts.push(async (phone) => write(phone, { kind: 'add_photo', photoId, position }, await somePhoto()))
    expected.photos.add(photoId)
    if (dice(4) > 0) continue
    // Taken once more: what has not left is taken back, what may have left is taken out on the server.
    expected.photos.delete(photoId)
    acts.push(async (phone) => {
      const isBack = await withdraw(
        phone,
        ({ work }) => work.kind === 'add_photo' && work.photoId === photoId,
      )
      if (!isBack) await write(phone, { kind: 'remove_photo', photoId })
    })
  }
  for (let nth = dice(3); nth > 0; nth -= 1) {
    const id = randomUUID()
    for (let version = 1 + dice(3); version > 0; version -= 1) {
      const damageKind = DAMAGE_KINDS[dice(DAMAGE_KINDS.length)] ?? 'dent'
      const mark = { id, view: 'left', x: 0.5, y: 0.25, kind: damageKind, severity: 'minor' } as const
      acts.push((phone) => write(phone, { kind: 'mark_damage', mark }))
      expected.damages.set(id, damageKind)
    }
    if (dice(4) > 0) continue
    expected.damages.delete(id)
    acts.push((phone) => write(phone, { kind: 'remove_damage', damageId: id }))
  }
  if (kind === 'pickup') actsOfDrivers(write, dice, acts, expected)
  acts.push(async (phone) => write(phone, await completion(kind, rental)))
  return { acts, expected }
}

/** One or two more who drive, with a picture of their licence; some are taken back. */
function actsOfDrivers(write: Write, dice: Dice, acts: Act[], expected: Expected): void {
  for (let nth = dice(3); nth > 0; nth -= 1) {
    const [driverId, photoId] = [randomUUID(), randomUUID()]
    const driver = { ...signer, firstName: `Zoé ${nth}`, licenceNumber: `98765432100${nth}` }
    acts.push((phone) => write(phone, { kind: 'add_driver', driverId, driver }))
    const isTakenBack = dice(3) === 0
    if (isTakenBack) acts.push((phone) => write(phone, { kind: 'remove_driver', driverId }))
    else {
      const work = { kind: 'add_photo', photoId, position: 'licence', driverId } as const
      acts.push(async (phone) => write(phone, work, await somePhoto()))
      expected.drivers.add(driverId)
      expected.photos.add(photoId)
    }
  }
}

async function completion(kind: 'pickup' | 'return', { odometerKm }: Rental): Promise<EnteredWork> {
  const readings = { odometerKm, fuelPercent: 100, clean: true }
  const signatures = [{ signer: 'customer' as const, name: 'Anna Muster', image: await someSignature() }]
  if (kind === 'return') return { kind: 'complete_return', end: { readings, signatures } }
  return {
    kind: 'complete_pickup',
    end: { readings, driver: signer, depositMethod: 'cash' as const, signatures },
  }
}

/** Does all handovers, a step here and a step there, while the garage does its worst; ends when all has arrived. */
export async function live(phone: GaragePhone, handovers: Act[][], dice: Dice): Promise<void> {
  const left = handovers.map((acts) => [...acts])
  while (left.some((acts) => acts.length > 0)) {
    const open = left.filter((acts) => acts.length > 0)
    await open[dice(open.length)]?.shift()?.(phone.phone)
    if (dice(6) === 0) phone.isOnline = !phone.isOnline
    if (dice(12) === 0) await phone.restart()
    if (dice(3) === 0) await phone.sync()
  }
  await phone.sync()
  await phone.settle()
}
