import { SettlementFacts } from '@/lib/contracts/documents/contract-facts'
import { contractFacts } from './contract-facts'

/** What is certainly there after `contractFacts`' pickup. */
function pickupOf(facts: ReturnType<typeof contractFacts>) {
  const [pickup] = facts.handovers ?? []
  if (!pickup) throw new Error('The contract has no pickup.')
  return pickup
}

/** The contract after its return, a day late by no means: two hours early, fuel missing, a dent; half is paid. */
export function settlementFacts(changes: Record<string, unknown> = {}): SettlementFacts {
  const facts = contractFacts()
  const pickup = pickupOf(facts)
  const back = {
    ...pickup,
    kind: 'return',
    odometer_km: 49_102,
    fuel_percent: 50,
    completed_at: '2026-11-21T15:00:00Z',
    photos: [],
    damages: [
      {
        ...pickup.damages[0],
        view: 'rear',
        x: 0.5,
        y: 0.86,
        kind: 'dent',
        severity: 'major',
        note: 'Stossstange',
      },
    ],
  }
  return SettlementFacts.parse({
    ...facts,
    handovers: [pickup, back],
    vat: [{ rate_bp: 810, gross_rappen: 121_660, vat_rappen: 9_116, net_rappen: 112_544 }],
    creditor: {
      name: 'Alpenmobil AG',
      street: 'Zollstrasse',
      house_number: '42',
      postal_code: '8005',
      town: 'Zürich',
      country: 'CH',
      iban: 'CH4431999123000889012',
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
    payments: [{ purpose: 'booking_deposit', amount_rappen: 60_000 }],
    ...changes,
  })
}
