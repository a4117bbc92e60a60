import type { Usage } from '@/lib/companies/plan'
import { formatFigure } from '@/lib/core/figure'

const share = new Intl.NumberFormat('de-CH', { style: 'percent', maximumFractionDigits: 2 })
const GIGABYTE = 1024 ** 3

/** An amount of a plan's resource as it is written here: `1’200`, `0.4 GB`. */
export function planAmount(resource: Usage['resource'], amount: number): string {
  if (resource !== 'storage_bytes') return formatFigure(amount)
  return `${formatFigure(Math.round((amount / GIGABYTE) * 10) / 10)}\u00A0GB`
}

/** Hundredths of a percent as they are written here: `1.25 %`. */
export function feeShare(basisPoints: number): string {
  return share.format(basisPoints / 10_000).replace('%', '\u00A0%')
}
