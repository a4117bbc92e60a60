import type { HandoverKey, PreparedHandover } from '@/lib/handover/handover'

const driver = {
  id: '',
  firstName: 'Anna',
  lastName: 'Muster',
  birthDate: '1990-05-01',
  licenceNumber: '',
  licenceCategories: ['B'],
  licenceCodes: '',
  licenceSince: {},
  licenceExpiresOn: '2040-01-01',
}

/** A handover as the server tells it, before anybody began it. */
export function handoverOf(key: HandoverKey): PreparedHandover {
  const [named, id = ''] = key.split(':')
  const kind = named === 'return' ? 'return' : 'pickup'
  return {
    key,
    kind,
    isExchange: named === 'exchange',
    dueAt: '2026-12-01T09:00:00Z',
    place: 'Zürich',
    reservation: { id, number: 'R-2026-00001', status: 'confirmed' },
    record: null,
    contract: {
      id: null,
      number: null,
      status: null,
      startsAt: '2026-12-01T09:00:00Z',
      endsAt: '2026-12-04T09:00:00Z',
      includedKm: 300,
      extraKmRappen: 45,
      refillRappen: { litre: 210, kwh: 60 },
      currency: 'CHF',
      totalRappen: 30_000,
      securityDepositRappen: 100_000,
      excessRappen: null,
      minimumAge: 21,
      extras: [],
      locale: 'de',
      terms: {},
      termsVersion: 1,
    },
    paidRappen: 10_000,
    customer: { name: 'Anna Muster', hasCard: true, isReachable: true },
    driver,
    drivers: [driver],
    furtherDrivers: [],
    driverPrices: null,
    vehicle: {
      id: `vehicle-${id}`,
      plate: 'ZH 431 254',
      make: 'VW',
      model: 'Golf',
      status: 'available',
      bodyType: 'compact',
      odometerKm: 20_000,
      fuelPercent: 100,
      refill: 'litre',
      demand: {
        licenceCategory: 'B',
        minimumLicenceYears: 0,
        transmission: 'manual',
        seats: 5,
        grossWeightKg: null,
      },
    },
    photos: [],
    damages: [],
    knownDamages: [],
    damagePrices: [],
    pickup: null,
    checkin: null,
    notes: [],
    stillOut: null,
  }
}
