import { describe, expect, test } from 'vitest'
import { NewBooking } from '@/lib/booking-site/schema'

const booking = {
  vehicleId: '0b7a2d1e-3c4f-4a5b-8c6d-7e8f9a0b1c2d',
  startsAt: '2026-12-01T10:00:00+01:00',
  endsAt: '2026-12-04T10:00:00+01:00',
  customer: {
    firstName: 'Anna',
    lastName: 'Müller',
    email: 'anna@example.ch',
    phone: '079 123 45 67',
    birthDate: '1990-05-17',
    street: 'Bahnhofstrasse',
    houseNumber: '1',
    postalCode: '8001',
    town: 'Zürich',
  },
  acceptsTerms: true,
}

function faults(change: object): string[] {
  const result = NewBooking.safeParse({ ...booking, ...change })
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'))
}

function customerFaults(change: object): string[] {
  return faults({ customer: { ...booking.customer, ...change } })
}

describe('a booking from the site', () => {
  test('keeps the phone in international form', () => {
    expect(NewBooking.parse(booking).customer.phone).toBe('+41791234567')
  })

  test('names every wrong field in one answer', () => {
    const customer = {
      ...booking.customer,
      email: 'anna',
      phone: '079',
      postalCode: '80012',
      birthDate: '1890-01-01',
    }
    const licence = { categories: ['B'], expiresOn: '2026-12-01' }
    expect(new Set(faults({ customer, licence, acceptsTerms: false }))).toEqual(
      new Set([
        'customer.email',
        'customer.phone',
        'customer.postalCode',
        'customer.birthDate',
        'licence.expiresOn',
        'acceptsTerms',
      ]),
    )
    expect(faults({ licence: { ...licence, expiresOn: '2026-12-04' } })).toEqual([])
  })

  test('ignores a price in the body', () => {
    expect(NewBooking.parse({ ...booking, totalRappen: 1 })).not.toHaveProperty('totalRappen')
  })

  test.each([
    [{ acceptsTerms: false }, 'acceptsTerms'],
    [{ acceptsTerms: undefined }, 'acceptsTerms'],
    [{ vehicleId: undefined }, 'vehicleId'],
    [{ startsAt: '2026-12-01T10:00' }, 'startsAt'],
    [{ endsAt: '9999-99-99T00:00:00Z' }, 'endsAt'],
    [{ extras: [{ extraId: booking.vehicleId, quantity: Number.POSITIVE_INFINITY }] }, 'extras.0.quantity'],
  ])('is refused with %j', (change, field) => expect(faults(change)).toContain(field))

  test.each([
    [{ phone: '123' }, 'customer.phone'],
    [{ email: 'a@b\nBcc: c@d.ch' }, 'customer.email'],
    [{ birthDate: '1890-01-01' }, 'customer.birthDate'],
    [{ lastName: '   ' }, 'customer.lastName'],
    [{ postalCode: '80012' }, 'customer.postalCode'],
    [{ firstName: 'Anna\r\nBcc: x@y.ch' }, 'customer.firstName'],
    [{ town: 'x'.repeat(36) }, 'customer.town'],
    [{ country: 'Switzerland' }, 'customer.country'],
  ])('is refused when the customer has %j', (change, field) =>
    expect(customerFaults(change)).toContain(field),
  )
})
