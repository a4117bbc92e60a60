import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PhoneStore } from '@/components/handover/phone/phone-store'
import { openPhoneDatabase } from '@/lib/handover/offline/database'
import { handoverOf } from './support/handover.ts'

/** A phone that is full, or keeps nothing: whoever works with it hears of it before anything is lost. */
const due = handoverOf('pickup:1')
const step = {
  key: due.key,
  vehicleId: due.vehicle.id,
  about: '',
  work: { kind: 'begin', reservationId: due.reservation.id },
} as const
let store: PhoneStore

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.startsWith('/api/handovers/steps')) throw new TypeError('no network')
    return Response.json({ data: { handovers: [due], washes: [] } })
  })
  store = new PhoneStore('company:anna')
})
afterEach(() => {
  store.stop()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

type Transaction = { _execRequestAsync: (request: { source: unknown; operation: () => never }) => never }

/** From now on every write fails as in a browser that has no room: its request first, and with it the whole transaction. */
function fill() {
  for (const method of ['put', 'add'] as const)
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore) {
      const operation = () => {
        throw new DOMException('', 'QuotaExceededError')
      }
      return (this.transaction as unknown as Transaction)._execRequestAsync({ source: this, operation })
    })
}

test('a full phone refuses a step aloud and keeps what it had', async () => {
  await store.start()
  await store.write(step)
  expect(store.snapshot()).toMatchObject({ stage: 'ready', isShort: false })
  fill()
  const photo = {
    ...step,
    work: { kind: 'add_photo', photoId: crypto.randomUUID(), position: 'front' },
  } as const
  await expect(store.write({ ...photo, bytes: new ArrayBuffer(8) })).rejects.toMatchObject({
    name: 'QuotaExceededError',
  })
  expect(store.snapshot().isShort).toBe(true)
  expect(store.snapshot().steps.map(({ work }) => work.kind)).toEqual(['begin'])
  vi.restoreAllMocks()
  await store.write(photo)
  expect(store.snapshot().isShort).toBe(false)
})

test('a list that finds no room is known to have been asked for, and the phone says that it is full', async () => {
  await store.start()
  await store.refreshToday()
  await store.refreshComing()
  expect(store.snapshot().handovers).toHaveLength(1)
  store.stop()

  store = new PhoneStore('company:anna')
  await store.start()
  expect(store.snapshot()).toMatchObject({ isTodayKnown: false, isComingKnown: false })
  fill()
  await store.refreshToday()
  expect(store.snapshot()).toMatchObject({ isTodayKnown: true, isComingKnown: false, isShort: true })
  await store.refreshComing()
  expect(store.snapshot()).toMatchObject({ isTodayKnown: true, isComingKnown: true, isShort: true })
  expect(store.snapshot().handovers).toHaveLength(1)
})

test('a list is known to have been asked for when the memory breaks off', async () => {
  await store.start()
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('The database is closing', 'InvalidStateError')
  })
  await expect(store.refreshToday()).rejects.toThrow('closing')
  await expect(store.refreshComing()).rejects.toThrow('closing')
  expect(store.snapshot()).toMatchObject({ isTodayKnown: true, isComingKnown: true })
})

test('a phone that is full when it is opened still shows and sends what it has', async () => {
  await store.start()
  await store.write(step)
  store.stop()
  fill()
  store = new PhoneStore('company:anna')
  await store.start()
  expect(store.snapshot().stage).toBe('ready')
  expect(store.snapshot().steps).toHaveLength(1)
})

test('a browser that keeps nothing says so before anything is entered', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('A mutation operation was attempted', 'InvalidStateError')
  })
  await store.start()
  expect(store.snapshot().stage).toBe('closed')
  await expect(store.write(step)).rejects.toThrow()
})

test('a browser without any memory says so as well', async () => {
  vi.stubGlobal('indexedDB', undefined)
  await store.start()
  expect(store.snapshot().stage).toBe('closed')
})

test('a memory of the first version keeps what it holds', async () => {
  await new Promise<void>((done, failed) => {
    const asked = indexedDB.open('earlier', 1)
    asked.onupgradeneeded = () =>
      asked.result
        .createObjectStore('steps', { keyPath: 'nth', autoIncrement: true })
        .createIndex('owner', 'owner')
    asked.onerror = () => failed(asked.error)
    asked.onsuccess = () => {
      const tx = asked.result.transaction('steps', 'readwrite')
      tx.objectStore('steps').add({ id: 'a', owner: 'company:anna', state: 'waiting' })
      tx.oncomplete = () => {
        asked.result.close()
        done()
      }
    }
  })
  const db = await openPhoneDatabase('earlier')
  expect(await db.getAllFromIndex('steps', 'turn', ['company:anna', 'waiting'])).toMatchObject([{ id: 'a' }])
  db.close()
})
