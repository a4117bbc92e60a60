type View = 'front' | 'rear' | 'left' | 'right' | 'roof' | 'interior'
type Severity = 'minor' | 'medium' | 'major'
type Position =
  | 'front'
  | 'front_left'
  | 'left'
  | 'rear'
  | 'rear_right'
  | 'right'
  | 'interior'
  | 'dashboard'
  | 'licence'
  | 'licence_back'
  | 'free'

type Accessory =
  | 'registration'
  | 'charging_cable'
  | 'triangle'
  | 'vest'
  | 'first_aid'
  | 'child_seat'
  | 'ski_rack'
  | 'snow_chains'

/** What a rental contract says in a customer's language. */
export type ContractWords = {
  title: string
  lessor: string
  renter: string
  driver: string
  furtherDriver: string
  born: string
  licence: string
  validUntil: string
  vehicle: string
  plate: string
  vin: string
  category: string
  pickup: string
  return: string
  handedOver: (at: string) => string
  included: string
  extraKm: string
  charges: string
  deposit: (amount: string) => string
  excess: (amount: string) => string
  depositMethods: Record<'card' | 'cash', string>
  condition: string
  odometer: string
  fuel: string
  /** What is charged for each litre or kWh that is missing at the return. */
  refill: Record<'litre' | 'kwh', (amount: string) => string>
  cleanliness: string
  clean: string
  notClean: string
  notes: string
  along: string
  cameBack: string
  keys: (count: number) => string
  accessories: Record<Accessory, string>
  noDamage: string
  damage: { place: string; kind: string; severity: string; note: string }
  views: Record<View, string>
  severities: Record<Severity, string>
  terms: (version: number) => string
  signatures: string
  signers: Record<'customer' | 'staff', string>
  signed: (at: string, from: string | null) => string
  /** When it came in, where that was later. */
  received: (at: string) => string
  contentHash: string
  evidence: (entries: number) => string
  verify: (address: string) => string
  photos: string
  positions: Record<Position, string>
}
