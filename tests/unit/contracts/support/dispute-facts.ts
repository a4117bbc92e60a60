import { DisputeFacts } from '@/lib/contracts/dispute/facts'
import { contractFacts } from './contract-facts'

/** A finished rental that somebody disputes: photos of both sides, a new dent, messages, a whole chain. */
export function disputeFacts(changes: Record<string, unknown> = {}): DisputeFacts {
  const facts = contractFacts()
  const pickup = facts.handovers?.[0]
  const back = pickup && {
    ...pickup,
    kind: 'return',
    odometer_km: 49_180,
    completed_at: '2026-11-21T16:40:00Z',
    photos: pickup.photos.slice(0, 5).map((photo) => ({
      ...photo,
      id: photo.id.replace('d', 'e'),
      taken_at: '2026-11-21T16:35:00Z',
    })),
    damages: pickup.damages.slice(0, 1).map((damage) => ({
      ...damage,
      kind: 'dent',
      severity: 'major',
      note: 'Neu bei der Rückgabe',
      charge_rappen: 85_000,
    })),
  }
  const kinds = [
    'photo',
    'mark',
    'readings',
    'signature',
    'document',
    'photo',
    'mark',
    'readings',
    'signature',
  ]
  return DisputeFacts.parse({
    ...facts,
    handovers: [pickup, back],
    made_by: 'Olivia Owner',
    booked_at: '2026-10-01T10:00:00Z',
    booked_by: 'site',
    invoices: [
      {
        number: 'F-2026-00031',
        status: 'open',
        issued_on: '2026-11-21',
        total_rappen: 201_340,
        paid_rappen: 58_170,
      },
    ],
    payments: [
      {
        method: 'card',
        status: 'succeeded',
        amount_rappen: 58_170,
        refunded_rappen: 0,
        reference: 'pi_3QK2mvLkdIwHu7ix0abc',
        at: '2026-10-01T10:02:00Z',
      },
    ],
    documents: [{ kind: 'contract', sha256: 'c1d2'.repeat(16), sealed_at: '2026-11-14T08:20:10Z' }],
    messages: [
      {
        at: '2026-10-01T10:02:10Z',
        channel: 'email',
        direction: 'out',
        recipient: 'dorde@example.test',
        subject: 'Ihre Buchung R-2026-00317',
        body: 'Guten Tag\n\nIhre Buchung ist bestätigt. Abholung am 14. November um 09:00 in Zürich HB.',
        files: ['Anfahrt.pdf'],
      },
    ],
    chain: kinds.map((kind, index) => ({
      position: index + 1,
      kind,
      content_sha256: String(index).repeat(64),
      own_sha256: 'abcdef0123'[index]?.repeat(64) ?? '',
      device_at: kind === 'photo' ? '2026-11-14T08:05:00Z' : null,
      recorded_at: '2026-11-14T08:06:00Z',
    })),
    faults: [],
    ...changes,
  })
}
