import { expect, test } from 'vitest'
import { reservationErrors } from '@/components/reservations/desk/reservation-errors'
import { fieldProblems } from '@/lib/core/validation'
import { NewReservation } from '@/lib/reservations/schema'

const wish = {
  vehicleId: '3f1cdd1e-94ff-4b6c-9b4b-3f0a4a7d7e10',
  startsAt: '2026-11-28T10:00:00Z',
  endsAt: '2026-11-29T10:00:00Z',
}
const problemsOf = (customer: Record<string, string>) => {
  const { error } = NewReservation.safeParse({ ...wish, customer })
  return error ? fieldProblems(error).map(({ field, key }) => `${field}: ${key}`) : []
}

test('somebody new can be reached by telephone or by mail', () => {
  const anna = { firstName: 'Anna', lastName: 'Huber' }
  expect(problemsOf(anna)).toEqual(['customer.phone: reach'])
  expect(problemsOf({ ...anna, phone: '044 668 18 00' })).toEqual([])
  expect(problemsOf({ ...anna, email: 'anna@example.ch' })).toEqual([])
})

test('what an action finds wrong with a reservation stands at the form’s own fields', () => {
  const fields = { 'reservation.customer.phone': 'Fehlt.', 'reservation.startsAt': 'Falsch.' }
  expect(reservationErrors({ code: 'invalid_input', message: '', requestId: '', fields })).toEqual({
    'customer.phone': 'Fehlt.',
    startsAt: 'Falsch.',
  })
  expect(reservationErrors(null)).toEqual({})
})
