import { Body, Glass, Seam, Trim, Wheel } from '@/components/icons/silhouettes/parts'

/** A small hatchback, facing right, on 240 × 96. */
export function Compact() {
  return (
    <>
      <Body d="M46 73C43 73 42 70 42 66C42 58 43 52 46 47L57 30C60 25 65 23 72 23H112C122 23 130 26 137 31L153 43C170 45 186 49 193 55C198 60 199 66 198 70C197.5 72 196 73 194 73H181A16.5 16.5 0 0 0 148 73H93A16.5 16.5 0 0 0 60 73Z" />
      <Glass d="M61 43L68 31.5C69.5 29.5 71.5 29 74 29H98V43Z" />
      <Glass d="M103 29H112C120 29 126 31.5 132 35.5L141 43H103Z" />
      <Seam d="M100.5 29V68M100.5 68H146M146 45V52" />
      <Trim d="M88 49.5H94M133 49.5H139M190 57L184 54.5M43.5 55H48" />
      <Wheel x={76.5} />
      <Wheel x={164.5} />
    </>
  )
}
