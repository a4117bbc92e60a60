import { expect, test } from 'vitest'
import type { PreparedHandover } from '@/lib/handover/handover'
import type { KeptStep } from '@/lib/handover/offline/database'
import { withDrivers } from '@/lib/handover/offline/drivers'
import { viewOf } from '@/lib/handover/offline/view'
import type { EnteredWork } from '@/lib/handover/schema'
import { handoverOf } from './support/handover'

/** Who else drives and what that costs, on a phone without network. */
const prices = { code: 'further_driver', names: { de: 'Weitere Person' }, next: [2_400, 2_300] }
const told = (part: Partial<PreparedHandover> = {}): PreparedHandover => ({
  ...handoverOf('pickup:one'),
  driverPrices: prices,
  ...part,
})
const licence = {
  birthDate: '1990-05-01',
  licenceNumber: '1',
  licenceCategories: ['B' as const],
  licenceExpiresOn: '2040-01-01',
}
const add = (driverId: string, firstName: string): EnteredWork => ({
  kind: 'add_driver',
  driverId,
  driver: { ...licence, firstName, lastName: 'Muster' },
})
const remove = (driverId: string): EnteredWork => ({ kind: 'remove_driver', driverId })
const after = (handover: PreparedHandover, ...works: EnteredWork[]) =>
  withDrivers(
    handover,
    works.map((work) => ({ work })),
  )

test('each one costs what the server told of the next, and stands among the extras', () => {
  const { furtherDrivers, contract, driverPrices } = after(
    told(),
    add('a', 'Zoé'),
    add('b', 'Beat'),
    add('c', 'Urs'),
  )
  expect(furtherDrivers.map(({ name, addedRappen }) => [name, addedRappen])).toEqual([
    ['Zoé Muster', 2_400],
    ['Beat Muster', 2_300],
    ['Urs Muster', 0],
  ])
  expect(contract.totalRappen).toBe(34_700)
  expect(contract.extras).toEqual([
    { code: 'further_driver', names: prices.names, quantity: 2, amountRappen: 4_700 },
  ])
  expect(driverPrices?.next).toEqual([])
})

test('whoever goes takes their price along, and whoever comes instead costs the same', () => {
  const gone = after(told(), add('a', 'Zoé'), remove('a'))
  expect(gone).toMatchObject({ furtherDrivers: [], contract: { totalRappen: 30_000, extras: [] } })
  const instead = after(told(), add('a', 'Zoé'), add('b', 'Beat'), remove('a'), add('c', 'Urs'))
  expect(instead.contract.totalRappen).toBe(34_700)
})

test('whom the server knows by now is taken back by either name', () => {
  const known = { id: 'record', namedAs: 'phone', name: 'Zoé Muster', addedRappen: 2_400 }
  const extra = { code: prices.code, names: prices.names, quantity: 1, amountRappen: 2_400 }
  const { contract } = handoverOf('pickup:one')
  const handover = told({
    furtherDrivers: [known],
    contract: { ...contract, totalRappen: 32_400, extras: [extra] },
  })
  for (const name of ['record', 'phone'])
    expect(after(handover, remove(name))).toMatchObject({
      furtherDrivers: [],
      contract: { totalRappen: 30_000, extras: [] },
    })
})

test('a picture of a licence stays with its driver once the server has told who they are', () => {
  const photo = {
    key: 'pickup:one',
    state: 'waiting',
    sentAt: null,
    work: { kind: 'add_photo', photoId: 'p', position: 'licence', driverId: 'phone' },
  } as unknown as KeptStep
  const known = { id: 'record', namedAs: 'phone', name: 'Zoé Muster', addedRappen: 0 }
  const view = viewOf(told({ furtherDrivers: [known] }), [photo], '2026-12-01T08:00:00Z')
  expect(view.shownPhotos).toMatchObject([{ id: 'p', driverId: 'record' }])
})

test('where further drivers cost nothing, the price stays', () => {
  expect(after(told({ driverPrices: null }), add('a', 'Zoé'))).toMatchObject({
    furtherDrivers: [{ name: 'Zoé Muster', addedRappen: 0 }],
    contract: { totalRappen: 30_000, extras: [] },
  })
})
