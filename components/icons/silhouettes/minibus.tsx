import { Body, Glass, Seam, Trim, Wheel } from '@/components/icons/silhouettes/parts'
import { VAN_SHELL } from '@/components/icons/silhouettes/van-shell'

/** A van with seats: windows all along. */
export function Minibus() {
  return (
    <>
      <Body d={VAN_SHELL} />
      <Glass d="M33 20C33 18 34 17 36 17H58V40H33Z" />
      <Glass d="M63 17H96V40H63Z" />
      <Glass d="M101 17H134V40H101Z" />
      <Glass d="M143 17H151C157 17 162 19 166 24L178.5 40H143Z" />
      <Seam d="M138.5 13V67M98.5 46V67M98.5 67H160M60.5 17V40M181 43V50" />
      <Trim d="M128 48H134M145 48H151M208 57L201 54M25 46V54M30 57H46" />
      <Wheel x={64.5} />
      <Wheel x={178.5} />
    </>
  )
}
