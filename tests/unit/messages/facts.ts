import { ReservationFacts } from '@/lib/messages/reservation-facts'

const place = {
  name: 'Zürich HB',
  street: 'Bahnhofplatz',
  house_number: '1',
  postal_code: '8001',
  town: 'Zürich',
}

/** What the database tells of a reservation, as the worker gets it. */
export const answer = {
  id: '0b7a2d1e-3c4f-4a5b-8c6d-7e8f9a0b1c2d',
  number: 'R-2026-00042',
  status: 'confirmed',
  starts_at: '2026-12-01T09:00:00+00:00',
  ends_at: '2026-12-04T09:00:00+00:00',
  locale: 'de',
  total_rappen: 31_500,
  currency: 'CHF',
  price: { vat: [{ rate_bp: 810, vat_rappen: 2_360 }] },
  token: 'a'.repeat(64),
  company: {
    ...place,
    slug: 'alpenmobil',
    name: 'Alpenmobil AG',
    email: 'hallo@alpenmobil.test',
    phone: '+41 44 000 00 00',
    accent_color: '#0f766e',
    time_zone: 'Europe/Zurich',
  },
  customer: { id: 'c', name: 'Anna Müller', email: 'anna@example.ch', phone: '+41791234567' },
  vehicle_fixed: true,
  vehicle: { make: 'Škoda', model: 'Octavia Combi', category_names: { de: 'Kombi', fr: 'Break' } },
  pickup_location: place,
  return_location: place,
  payment: { status: 'succeeded', amount_rappen: 15_750 },
}

/** The same, read, with some of it changed. */
export function reservationFacts(change: object = {}): ReservationFacts {
  return ReservationFacts.parse({ ...answer, ...change })
}
