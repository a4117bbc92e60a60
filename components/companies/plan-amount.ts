import type { Usage } from '@/lib/companies/plan'

const count = new Intl.NumberFormat('de-CH')
const size = new Intl.NumberFormat('de-CH', { maximumFractionDigits: 1 })
const share = new Intl.NumberFormat('de-CH', { style: 'percent', maximumFractionDigits: 2 })
const GIGABYTE = 1024 ** 3

/** An amount of a plan's resource as it is written here: `1’200`, `0.4 GB`. */
export function planAmount(resource: Usage['resource'], amount: number): string {
  return resource === 'storage_bytes' ? `${size.format(amount / GIGABYTE)}\u00A0GB` : count.format(amount)
}

/** Hundredths of a percent as they are written here: `1.25 %`. */
export function feeShare(basisPoints: number): string {
  return share.format(basisPoints / 10_000).replace('%', '\u00A0%')
}
