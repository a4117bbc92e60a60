import { Body, Glass, Seam, Trim, Wheel } from '@/components/icons/silhouettes/parts'
import { VAN_SHELL } from '@/components/icons/silhouettes/van-shell'

/** A panel van: closed sides, a sliding door. */
export function Van() {
  return (
    <>
      <Body d={VAN_SHELL} />
      <Glass d="M143 17H151C157 17 162 19 166 24L180 41.5H143Z" />
      <Seam d="M138.5 9V67M84 16V67M84 16H138.5M84 67H160M181 43V50M24 52H78M34 30H74" />
      <Trim d="M127 48H134M145 48H151M208 57L201 54M25 46V54" />
      <Wheel x={64.5} />
      <Wheel x={178.5} />
    </>
  )
}
