import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { Handover } from '@/lib/handover/handover'
import { openPhone, openPhoneDatabase, type Phone } from '@/lib/handover/offline/database'
import { changed, newDraft } from '@/lib/handover/offline/draft'
import {
  appendStep,
  countOthers,
  countUnsentOf,
  dropFetched,
  forgetSent,
  keepDraft,
  keepHandovers,
  leaveOut,
  leaveOutStep,
  listSteps,
  putAside,
  reopen,
  takeUpAgain,
  withdraw,
} from '@/lib/handover/offline/log'
import { drain, type Send } from '@/lib/handover/offline/queue'
import { viewOf } from '@/lib/handover/offline/view'
import { titleOf } from '@/lib/handover/rules'
import type { EnteredWork } from '@/lib/handover/schema'
import { handoverOf } from './support/handover.ts'

/** What the phone keeps and sends, without any server. */
let phone: Phone
beforeEach(async () => {
  phone = await openPhone(await openPhoneDatabase(`phone-${crypto.randomUUID()}`), 'company:anna')
})

const one = handoverOf('pickup:1')
const two = handoverOf('pickup:2')
const begin = (handover: Handover, on = phone) =>
  appendStep(on, {
    key: handover.key,
    vehicleId: handover.vehicle.id,
    about: titleOf(handover),
    work: { kind: 'begin', reservationId: handover.reservation.id },
  })
const photo = (handover: Handover, photoId: string) =>
  appendStep(phone, {
    key: handover.key,
    vehicleId: handover.vehicle.id,
    about: titleOf(handover),
    work: { kind: 'add_photo', photoId, position: 'front' },
    bytes: new ArrayBuffer(8),
  })
const mark = (handover: Handover, id: string) =>
  appendStep(phone, {
    key: handover.key,
    vehicleId: handover.vehicle.id,
    about: titleOf(handover),
    work: {
      kind: 'mark_damage',
      mark: { id, view: 'left', x: 0.5, y: 0.5, kind: 'dent', severity: 'minor' },
    },
  })
const sent = { kind: 'sent', handoverId: 'h', clockOffsetMs: null } as const
const refusal = (code: string) => ({ kind: 'refused', problem: { code, message: '', details: {} } }) as const
const states = async () => (await listSteps(phone)).map(({ state }) => state)

test('what somebody else began, and an exchanged vehicle that nobody begins, goes under its own record', async () => {
  const exchanged = handoverOf('exchange:3')
  for (const { key, vehicle } of [one, exchanged])
    await appendStep(phone, {
      key,
      vehicleId: vehicle.id,
      about: '',
      work: { kind: 'remove_photo', photoId: 'a' },
      recordId: `record of ${key}`,
    })
  const seen: unknown[] = []
  await drain(phone, async ({ handoverId }) => {
    seen.push(handoverId)
    return { kind: 'sent', handoverId: handoverId ?? '', clockOffsetMs: null }
  })
  expect(seen).toEqual(['record of pickup:1', 'record of exchange:3'])
})

test('what is refused holds back its own handover and no other', async () => {
  await begin(one)
  await photo(one, 'a')
  await begin(two)
  const seen: string[] = []
  const send: Send = async ({ work }) => {
    seen.push(work.kind)
    return seen.length === 1 ? refusal('contract_cancelled') : sent
  }
  expect(await drain(phone, send)).toBe('drained')
  expect(seen).toEqual(['begin', 'begin'])
  expect(await states()).toEqual(['attention', 'waiting', 'sent'])
})

test('steps are sent with the record that the first one got, and photos with their bytes', async () => {
  await begin(one)
  await photo(one, 'a')
  const seen: unknown[] = []
  await drain(phone, async ({ handoverId }, bytes) => {
    seen.push([handoverId, bytes?.byteLength ?? null])
    return sent
  })
  expect(seen).toEqual([
    [null, null],
    ['h', 8],
  ])
})

test('without network everything waits; a server that keeps failing asks for a person', async () => {
  await begin(one)
  expect(await drain(phone, async () => ({ kind: 'unreachable' }))).toBe('unreachable')
  expect(await states()).toEqual(['waiting'])
  const fault = { ...refusal('internal'), kind: 'fault' } as const
  for (let attempt = 0; attempt < 6; attempt += 1)
    expect(await drain(phone, async () => fault)).toBe('unreachable')
  expect(await drain(phone, async () => fault)).toBe('drained')
  expect(await states()).toEqual(['attention'])
})

test('nobody is signed in: all stays', async () => {
  await begin(one)
  expect(await drain(phone, async () => ({ kind: 'signed_out' }))).toBe('signed_out')
  expect(await states()).toEqual(['waiting'])
})

test('what is put aside is not sent and not lost', async () => {
  await begin(one)
  await drain(phone, async () => refusal('contract_cancelled'))
  await putAside(phone, one.key)
  expect(await drain(phone, async () => sent)).toBe('drained')
  expect(await states()).toEqual(['aside'])
  expect(viewOf(one, await listSteps(phone), '').isBegun).toBe(false)
  await takeUpAgain(phone, one.key)
  await drain(phone, async () => sent)
  expect(await states()).toEqual(['sent'])
})

test('a photo that has not left is taken back with its bytes; one that may have left is not', async () => {
  await begin(one)
  await photo(one, 'a')
  await photo(one, 'b')
  const is = (id: string) => (step: { work: { kind: string } }) =>
    step.work.kind === 'add_photo' && (step.work as { photoId?: string }).photoId === id
  expect(await withdraw(phone, is('b'))).toBe(true)
  expect(await phone.db.get('photos', 'b')).toBeUndefined()
  await drain(phone, async ({ work }) => (work.kind === 'begin' ? sent : { kind: 'unreachable' }))
  expect(await withdraw(phone, is('a'))).toBe(false)
  expect(await phone.db.get('photos', 'a')).toBeDefined()
})

test('who signed has not seen what comes after', async () => {
  const signed = { ...newDraft(one), signatures: { customer: 'data:', staff: null } }
  expect(changed(signed, { signerName: 'Anna' }).signatures.customer).toBe('data:')
  expect(changed(signed, { depositWaivedReason: 'Stammkunde' }).signatures.customer).toBe('data:')
  expect(changed(signed, { fuelPercent: 50 }).signatures.customer).toBeNull()
  await keepDraft(phone, one.key, signed)
  await photo(one, 'a')
  expect((await phone.db.get('drafts', [phone.owner, one.key]))?.draft.signatures.customer).toBeNull()
})

test('each time a signature is voided counts, so that its field empties itself; the acknowledgement it stands beside voids none', async () => {
  const signed = { ...newDraft(one), signatures: { customer: 'data:', staff: null } }
  expect(changed(signed, { marksAcknowledged: true })).toEqual({ ...signed, marksAcknowledged: true })
  const voided = changed(signed, { fuelPercent: 50 })
  expect(voided.voided).toEqual({ customer: 1, staff: 0 })
  expect(changed(voided, { fuelPercent: 25 }).voided).toEqual({ customer: 1, staff: 0 })
  const again = changed(voided, { signatures: { customer: 'data:', staff: 'data:' } })
  expect(again.voided).toEqual({ customer: 1, staff: 0 })
  await keepDraft(phone, one.key, { ...again, marksAcknowledged: true })
  await photo(one, 'a')
  const kept = () => phone.db.get('drafts', [phone.owner, one.key])
  expect((await kept())?.draft).toMatchObject({ voided: { customer: 2, staff: 1 }, marksAcknowledged: true })
  await mark(one, 'b')
  expect((await kept())?.draft.marksAcknowledged).toBe(false)
})

test('a refused completion is corrected and signed again; a sent one leaves nothing entered behind', async () => {
  await keepDraft(phone, one.key, {
    ...newDraft(one),
    signatures: { customer: 'data:', staff: null },
    notes: 'x',
  })
  const complete = () =>
    appendStep(phone, {
      key: one.key,
      vehicleId: one.vehicle.id,
      about: titleOf(one),
      work: {
        kind: 'complete_return',
        end: { readings: { odometerKm: 1, fuelPercent: 1, clean: true }, signatures: [] },
      },
    })
  await complete()
  await drain(phone, async () => refusal('odometer_backwards'))
  const [refused] = await listSteps(phone)
  if (refused) await reopen(phone, refused)
  const kept = await phone.db.get('drafts', [phone.owner, one.key])
  expect(kept?.draft).toMatchObject({ notes: 'x', signatures: { customer: null } })
  await complete()
  await drain(phone, async () => sent)
  expect(await phone.db.get('drafts', [phone.owner, one.key])).toBeUndefined()
})

test('a further driver who is refused is left out with the pictures of their licence, and all else goes on', async () => {
  const write = (work: EnteredWork, bytes?: ArrayBuffer) =>
    appendStep(phone, { key: one.key, vehicleId: one.vehicle.id, about: titleOf(one), work, bytes })
  const driver = {
    firstName: 'Zoé',
    lastName: 'Zweit',
    birthDate: '2015-01-01',
    licenceNumber: '1',
    licenceCategories: ['B' as const],
    licenceExpiresOn: '2040-01-01',
  }
  await write({ kind: 'add_driver', driverId: 'zoe', driver })
  await write(
    { kind: 'add_photo', photoId: 'card', position: 'licence', driverId: 'zoe' },
    new ArrayBuffer(4),
  )
  await write({ kind: 'add_photo', photoId: 'front', position: 'front' }, new ArrayBuffer(4))
  await drain(phone, async () => refusal('driver_too_young'))
  await leaveOut(phone, 'zoe', one.key)
  await drain(phone, async () => sent)
  expect((await listSteps(phone)).map(({ work, state }) => [work.kind, state])).toEqual([
    ['add_photo', 'sent'],
  ])
  expect((await phone.db.getAll('photos')).map(({ id }) => id)).toEqual(['front'])
})

test('people on one phone see their own, and are told that others have something here', async () => {
  await begin(one)
  const beat = await openPhone(phone.db, 'company:beat')
  expect(beat.deviceId).toBe(phone.deviceId)
  expect(await listSteps(beat)).toEqual([])
  expect(await countOthers(beat)).toBe(1)
  await keepHandovers(phone, [one], new Date(), 'today')
  await keepHandovers(beat, [two], new Date(), 'today')
  await dropFetched(phone.db, beat.owner)
  expect((await phone.db.getAll('handovers')).map(({ owner }) => owner)).toEqual([beat.owner])
  expect(await listSteps(phone)).toHaveLength(1)
})

test('a list replaces what it had before, and no other; one asked for by itself stays in its list', async () => {
  const three = handoverOf('return:3')
  const lists = async () => (await phone.db.getAll('handovers')).map(({ key, list }) => [key, list]).sort()
  await keepHandovers(phone, [one], new Date(), 'today')
  await keepHandovers(phone, [two, three], new Date(), 'coming')
  await keepHandovers(phone, [two], new Date())
  expect(await lists()).toEqual([
    ['pickup:1', 'today'],
    ['pickup:2', 'coming'],
    ['return:3', 'coming'],
  ])
  await keepHandovers(phone, [two], new Date(), 'today')
  expect(await lists()).toEqual([
    ['pickup:2', 'today'],
    ['return:3', 'coming'],
  ])
})

test('what left the list because somebody else ended it stays while a step of it has not arrived, in no list', async () => {
  await keepHandovers(phone, [one, two], new Date(), 'today')
  await begin(one)
  await drain(phone, async () => refusal('handover_completed'))
  await keepHandovers(phone, [], new Date(), 'today')
  expect((await phone.db.getAll('handovers')).map(({ key, list }) => [key, list])).toEqual([
    ['pickup:1', null],
  ])
  expect((await listSteps(phone))[0]).toMatchObject({ about: titleOf(one), state: 'attention' })
  await putAside(phone, one.key)
  await keepHandovers(phone, [two], new Date(), 'today')
  expect(await phone.db.count('handovers')).toBe(2)
})

test('a step the server will never take is left out, and the rest goes on', async () => {
  await begin(one)
  await mark(one, 'd')
  await photo(one, 'p')
  await drain(phone, async ({ work }) => (work.kind === 'mark_damage' ? refusal('invalid_input') : sent))
  expect(await states()).toEqual(['sent', 'attention', 'waiting'])
  const [, refused] = await listSteps(phone)
  if (refused) await leaveOutStep(phone, refused)
  await drain(phone, async () => sent)
  expect((await listSteps(phone)).map(({ work, state }) => [work.kind, state])).toEqual([
    ['begin', 'sent'],
    ['add_photo', 'sent'],
  ])
})

test('whoever leaves is told of their own steps, whichever company they were for', async () => {
  const elsewhere = await openPhone(phone.db, 'other:anna')
  await begin(one)
  await begin(two, elsewhere)
  expect(await countUnsentOf(phone.db, 'anna')).toBe(2)
  expect(await countUnsentOf(phone.db, 'beat')).toBe(0)
  await drain(phone, async () => sent)
  expect(await countUnsentOf(phone.db, 'anna')).toBe(1)
})

test('what was done here lies over what the server told, once', async () => {
  await photo(one, 'a')
  const mark = { id: 'd', view: 'left', x: 0, y: 0, kind: 'dent', severity: 'minor' } as const
  for (const kind of ['dent', 'crack'] as const)
    await appendStep(phone, {
      key: one.key,
      vehicleId: one.vehicle.id,
      about: titleOf(one),
      work: { kind: 'mark_damage', mark: { ...mark, kind } },
    })
  const before = viewOf(one, await listSteps(phone), '')
  expect(before.shownPhotos).toMatchObject([{ id: 'a', state: 'waiting', isHere: true }])
  expect(before.shownDamages).toMatchObject([{ id: 'd', kind: 'crack' }])
  await drain(phone, async () => sent)
  // The server tells it now, and has meanwhile taken the mark out again on another phone.
  const later = new Date(Date.now() + 1_000).toISOString()
  const told = { ...one, photos: [{ id: 'a', position: 'front' as const, takenAt: later, driverId: null }] }
  const after = viewOf(told, await listSteps(phone), later)
  expect(after.shownPhotos).toMatchObject([{ id: 'a', state: 'stored' }])
  expect(after.shownDamages).toEqual([])
})

test('a mark on a photo that is taken anew stays, without its place there', async () => {
  await photo(one, 'a')
  const mark = { id: 'd', view: 'left', x: 0, y: 0, kind: 'dent', severity: 'minor' } as const
  const place = { id: 'a', x: 0.2, y: 0.4 }
  await appendStep(phone, {
    key: one.key,
    vehicleId: one.vehicle.id,
    about: titleOf(one),
    work: { kind: 'mark_damage', mark: { ...mark, photo: place } },
  })
  const shown = async () => viewOf(one, await listSteps(phone), '').shownDamages
  expect(await shown()).toMatchObject([{ id: 'd', photo: { ...place, handoverId: null } }])
  await withdraw(phone, ({ work }) => work.kind === 'add_photo')
  expect(await shown()).toMatchObject([{ id: 'd', photo: null }])
})

test('what the server has had for a day leaves the phone', async () => {
  await photo(one, 'a')
  await drain(phone, async () => sent)
  await forgetSent(phone)
  expect(await listSteps(phone)).toHaveLength(1)
  await forgetSent({ ...phone, now: () => new Date(Date.now() + 2 * 86_400_000) })
  expect(await listSteps(phone)).toHaveLength(0)
  expect(await phone.db.get('photos', 'a')).toBeUndefined()
})

test('whose licence a photo shows is known before it is sent', async () => {
  for (const [photoId, driverId] of [
    ['a', null],
    ['b', 'zoe'],
  ] as const)
    await appendStep(phone, {
      key: one.key,
      vehicleId: one.vehicle.id,
      about: titleOf(one),
      work: { kind: 'add_photo', photoId, position: 'licence_back', driverId },
      bytes: new ArrayBuffer(8),
    })
  expect(viewOf(one, await listSteps(phone), '').shownPhotos).toMatchObject([
    { id: 'a', driverId: null },
    { id: 'b', driverId: 'zoe' },
  ])
})

test('that staff are on their way waits for the network like a step, is taken back before it leaves, and begins nothing', async () => {
  const announce = (handover: Handover) =>
    appendStep(phone, {
      key: handover.key,
      vehicleId: handover.vehicle.id,
      about: titleOf(handover),
      work: {
        kind: 'announce',
        reservationId: handover.reservation.id,
        handover: 'pickup',
        arrivesAt: '2026-12-01T09:00:00Z',
      },
    })
  const shown = async (handover: typeof one) => viewOf(handover, await listSteps(phone), handover.dueAt)
  await announce(one)
  expect(await drain(phone, async () => ({ kind: 'unreachable' }))).toBe('unreachable')
  const view = await shown(one)
  expect(view.arrivalTold).toMatchObject({ arrivesAt: '2026-12-01T09:00:00Z', step: { state: 'waiting' } })
  expect([view.isBegun, view.isDone]).toEqual([false, false])

  await announce(two)
  expect(await withdraw(phone, ({ key }) => key === two.key)).toBe(true)
  expect((await shown(two)).arrivalTold).toBeNull()

  // Sent, it has no record; the pickup that follows gets its own.
  await begin(one)
  const seen: unknown[] = []
  await drain(phone, async ({ work, handoverId }) => {
    seen.push([work.kind, handoverId])
    return work.kind === 'announce' ? { ...sent, handoverId: null } : sent
  })
  expect(seen).toEqual([
    ['announce', null],
    ['begin', null],
  ])
  expect((await shown(one)).arrivalTold).toMatchObject({ step: { state: 'sent' } })
})

test('that a colleague is on their way is seen by whoever told nothing themselves', async () => {
  const arrival = { arrivesAt: '2026-12-01T08:50:00Z', by: 'Lea Frei' }
  expect(viewOf({ ...one, arrival }, [], one.dueAt).arrivalTold).toEqual({ step: null, ...arrival })
})

test('who has signed has signed, whoever is on the way', async () => {
  const draft = { ...newDraft(one), signatures: { customer: 'data:', staff: null } }
  await keepDraft(phone, one.key, draft)
  await appendStep(phone, {
    key: one.key,
    vehicleId: one.vehicle.id,
    about: titleOf(one),
    work: {
      kind: 'announce',
      reservationId: one.reservation.id,
      handover: 'pickup',
      arrivesAt: '2026-12-01T09:00:00Z',
    },
  })
  expect((await phone.db.get('drafts', [phone.owner, one.key]))?.draft).toEqual(draft)
})
