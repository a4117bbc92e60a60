import { ContractFacts } from '@/lib/contracts/documents/contract-facts'

const HASH = 'a3f1'.repeat(16)

function photo(index: number, position: string) {
  return {
    id: `5f6f1a0e-3a8f-4f6e-9b55-0d2a3c1a7d${String(10 + index)}`,
    position,
    storage_path: `company/handovers/photo-${index}.jpg`,
    sha256: HASH,
    taken_at: '2026-11-14T08:05:00Z',
  }
}

function damage(index: number, changes: object) {
  return {
    id: `7f6f1a0e-3a8f-4f6e-9b55-0d2a3c1a7d${String(10 + index)}`,
    view: 'left',
    x: 0.17,
    y: 0.4,
    kind: 'scratch',
    severity: 'minor',
    note: null,
    ...changes,
  }
}

/** A contract after its pickup: two marks, six photos, two signatures. */
export function contractFacts(changes: Record<string, unknown> = {}): ContractFacts {
  return ContractFacts.parse({
    contract: {
      id: '5f6f1a0e-3a8f-4f6e-9b55-0d2a3c1a7d11',
      number: 'M-2026-00042',
      starts_at: '2026-11-14T08:00:00Z',
      ends_at: '2026-11-21T17:00:00Z',
      price: {
        total_rappen: 116_340,
        vat: [{ rate_bp: 810, gross_rappen: 116_340, vat_rappen: 8_717, net_rappen: 107_623 }],
      },
      included_km: 1_200,
      extra_km_rappen: 35,
      fuel_price_rappen: 210,
      charge_price_rappen: 60,
      currency: 'CHF',
      locale: 'de',
      terms: [
        '1. Das Fahrzeug darf nur von den im Vertrag genannten Personen mit gültigem Führerausweis gelenkt werden.',
        '2. Rauchen, Tiere ohne Box und Fahrten ausserhalb Europas sind nicht gestattet.',
        '3. Das Fahrzeug wird mit gleichem Tankstand zurückgegeben; fehlender Treibstoff wird zum vereinbarten Literpreis verrechnet.',
      ].join('\n'),
      terms_version: 3,
      content_sha256: HASH,
    },
    reservation_number: 'R-2026-00317',
    company: {
      slug: 'alpenmobil',
      name: 'Alpenmobil',
      legal_name: 'Alpenmobil AG',
      street: 'Zollstrasse',
      house_number: '42',
      postal_code: '8005',
      town: 'Zürich',
      email: 'info@alpenmobil.test',
      phone: '+41442010101',
      accent_color: '#0f766e',
      time_zone: 'Europe/Zurich',
    },
    customer: {
      name: 'Đorđe Škrtić-Łukasz',
      street: 'Rue de l’Hôpital',
      house_number: '3a',
      postal_code: '2501',
      town: 'Biel/Bienne',
      email: 'dorde@example.test',
      phone: '+41791234567',
    },
    driver: {
      first_name: 'Đorđe',
      last_name: 'Škrtić-Łukasz',
      birth_date: '1988-02-29',
      licence_number: '012345678001',
      licence_categories: ['B', 'BE'],
      licence_expires_on: '2031-05-31',
    },
    vehicle: {
      make: 'Škoda',
      model: 'Octavia Combi',
      plate: 'ZH 431 254',
      vin: 'TMBJJ7NE0E0123456',
      category_names: { de: 'Mittelklasse Kombi', en: 'Estate' },
      body_type: 'estate',
      fuel: 'diesel',
      tank_litres: 50,
    },
    pickup_location: 'Zürich HB',
    return_location: 'Flughafen Zürich',
    lines: [
      { kind: 'rental', code: 'week', quantity: 1, unit_rappen: 98_000, amount_rappen: 98_000, vat_bp: 810 },
      { kind: 'rental', code: 'day', quantity: 1, unit_rappen: 12_740, amount_rappen: 12_740, vat_bp: 810 },
      {
        kind: 'extra',
        code: 'child_seat',
        names: { de: 'Kindersitz', en: 'Child seat' },
        quantity: 1,
        unit_rappen: 800,
        amount_rappen: 5_600,
        vat_bp: 810,
      },
      { kind: 'fuel', code: 'fuel', quantity: 25.3, unit_rappen: 210, amount_rappen: 5_320, vat_bp: 810 },
    ],
    deposit: { method: 'card', amount_rappen: 80_000 },
    handovers: [
      {
        kind: 'pickup',
        odometer_km: 48_312,
        fuel_percent: 88,
        clean: true,
        notes: null,
        checklist: { keys: 2, accessories: ['registration', 'child_seat', 'dog_guard'] },
        completed_at: '2026-11-14T08:20:00Z',
        photos: ['front', 'left', 'rear', 'right', 'interior', 'dashboard', 'licence'].map(
          (position, index) => photo(index, position),
        ),
        damages: [
          damage(0, {}),
          damage(1, {
            view: 'front',
            x: 0.52,
            y: 0.12,
            kind: 'chip',
            severity: 'medium',
            note: 'Über dem Kennzeichen',
          }),
        ],
        signatures: [
          {
            signer: 'customer',
            name: 'Đorđe Škrtić-Łukasz',
            image_path: 'company/handovers/signature.png',
            document_sha256: HASH,
            signed_at: '2026-11-14T08:20:00Z',
            ip: '192.0.2.14',
          },
          {
            signer: 'staff',
            name: 'Anna Muster',
            image_path: 'company/handovers/signature.png',
            document_sha256: HASH,
            signed_at: '2026-11-14T08:20:00Z',
            ip: '192.0.2.14',
          },
        ],
      },
    ],
    evidence: { entries: 12, head_sha256: 'b7c2'.repeat(16) },
    ...changes,
  })
}
