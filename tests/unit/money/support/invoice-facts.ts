import { InvoiceFacts } from '@/lib/money/documents/invoice-facts'

type Invoice = InvoiceFacts['invoice']

/** An invoice of a return with extra kilometres, half of it paid at booking; the standard's own example account. */
export function invoiceFacts(changes: Partial<Invoice> = {}, rest: Partial<InvoiceFacts> = {}): InvoiceFacts {
  return InvoiceFacts.parse({
    invoice: {
      id: '5f6f1a0e-3a8f-4f6e-9b55-0d2a3c1a7d11',
      number: 'F-2026-00017',
      currency: 'CHF',
      locale: 'de',
      issued_on: '2026-11-21',
      due_on: '2026-12-21',
      service_from: '2026-11-14',
      service_to: '2026-11-21',
      total_rappen: 141_340,
      paid_rappen: 60_000,
      vat: [{ rate_bp: 810, gross_rappen: 116_340, vat_rappen: 8_717, net_rappen: 107_623 }],
      creditor: {
        name: 'Alpenmobil AG',
        street: 'Zollstrasse',
        house_number: '42',
        postal_code: '8005',
        town: 'Zürich',
        country: 'CH',
        iban: 'CH4431999123000889012',
        uid_number: 'CHE-113.690.319',
        vat_registered: true,
        email: 'info@alpenmobil.test',
        phone: '+41442010101',
      },
      debtor: {
        name: 'Đorđe Škrtić-Łukasz',
        street: 'Rue de l’Hôpital',
        house_number: '3a',
        postal_code: '2501',
        town: 'Biel/Bienne',
        country: 'CH',
      },
      reference: '210000000003139471430009017',
      created_at: '2026-11-21T13:30:00Z',
      ...changes,
    },
    contract_number: 'M-2026-00042',
    accent_color: '#0f766e',
    vehicle: 'Škoda Octavia Combi, ZH 431 254',
    lines: [
      { kind: 'rental', code: 'week', quantity: 1, unit_rappen: 98_000, amount_rappen: 98_000, vat_bp: 810 },
      {
        kind: 'extra',
        code: 'child_seat',
        names: { de: 'Kindersitz', en: 'Child seat' },
        quantity: 1,
        unit_rappen: 800,
        amount_rappen: 5_600,
        vat_bp: 810,
      },
      {
        kind: 'extra_km',
        code: 'extra_km',
        quantity: 212,
        unit_rappen: 35,
        amount_rappen: 7_420,
        vat_bp: 810,
      },
      { kind: 'fuel', code: 'fuel', quantity: 25.3, unit_rappen: 210, amount_rappen: 5_320, vat_bp: 810 },
      { kind: 'damage', code: 'scratch', quantity: 1, unit_rappen: 25_000, amount_rappen: 25_000, vat_bp: 0 },
    ],
    billings: [],
    payments: [
      {
        method: 'card',
        amount_rappen: 60_000,
        purpose: 'booking_deposit',
        received_at: '2026-11-01T10:00:00Z',
      },
    ],
    ...rest,
  })
}
