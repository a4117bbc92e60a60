import { expect, test } from 'vitest'
import { nearAndFar, placesFor } from '@/components/shell/navigation'
import type { ShellContext } from '@/components/shell/shell-context'

const groupsOf = (permissions: string[]) =>
  placesFor({ company: { lines: ['rentals'] }, permissions } as ShellContext).map(({ isApart, places }) => ({
    isApart: isApart ?? false,
    first: places[0]?.name,
  }))

test('only the settings stand apart, so that nothing does for those who may not see them', () => {
  const viewer = ['reservations.see', 'contracts.see', 'customers.see', 'fleet.see']
  const shared = [
    { isApart: false, first: 'today' },
    { isApart: false, first: 'reservations' },
    { isApart: false, first: 'customers' },
  ]
  expect(groupsOf(viewer)).toEqual(shared)
  expect(groupsOf([...viewer, 'settings.edit'])).toEqual([...shared, { isApart: true, first: 'settings' }])
})

test('a phone has what customers write under the thumb where nothing is rented, else behind its last button', () => {
  const permissions = ['reservations.see', 'customers.see', 'fleet.see', 'contracts.see']
  const placesOf = (lines: string[]) => {
    const { near, far } = nearAndFar({ company: { lines }, permissions } as ShellContext)
    return { near: near.map(({ name }) => name), far: far.map(({ name }) => name) }
  }
  expect(placesOf(['services']).near).toEqual(['today', 'customers', 'messages'])
  expect(placesOf(['rentals']).near).toEqual(['today', 'reservations', 'fleet'])
  expect(placesOf(['rentals']).far).toContain('messages')
})
