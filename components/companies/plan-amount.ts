import type { Usage } from '@/lib/companies/plan'

const count = new Intl.NumberFormat('de-CH')
const size = new Intl.NumberFormat('de-CH', { maximumFractionDigits: 1 })
const GIGABYTE = 1024 ** 3

/** An amount of a plan's resource as it is written here: `1’200`, `0.4 GB`. */
export function planAmount(resource: Usage['resource'], amount: number): string {
  return resource === 'storage_bytes' ? `${size.format(amount / GIGABYTE)}\u00A0GB` : count.format(amount)
}
