import type { DAMAGE_KINDS, DAMAGE_VIEWS } from '@/lib/handover/schema'

type Starter = {
  kind: (typeof DAMAGE_KINDS)[number]
  view: (typeof DAMAGE_VIEWS)[number] | null
  rappen: [minor: number, medium: number | null, major: number | null]
}

/**
 * A list to begin with: round figures for small cars, to be adapted to the company's own workshop. What has no amount is
 * better looked at than priced.
 */
export const STARTER_PRICES: Starter[] = [
  { kind: 'scratch', view: null, rappen: [180_00, 450_00, 900_00] },
  { kind: 'scratch', view: 'interior', rappen: [90_00, 220_00, 450_00] },
  { kind: 'dent', view: null, rappen: [250_00, 600_00, 1_400_00] },
  { kind: 'dent', view: 'roof', rappen: [400_00, 950_00, 2_200_00] },
  { kind: 'crack', view: null, rappen: [350_00, 800_00, 1_500_00] },
  { kind: 'chip', view: null, rappen: [80_00, 150_00, 350_00] },
  { kind: 'chip', view: 'front', rappen: [120_00, 350_00, 950_00] },
  { kind: 'missing', view: null, rappen: [100_00, 300_00, null] },
  { kind: 'stain', view: null, rappen: [60_00, 150_00, 300_00] },
  { kind: 'stain', view: 'interior', rappen: [120_00, 250_00, 500_00] },
]
