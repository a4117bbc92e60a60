import { Body, Glass, Seam, Trim, Wheel } from '@/components/icons/silhouettes/parts'

/** An open car: windscreen, head rests, no roof. */
export function Convertible() {
  return (
    <>
      <Glass d="M117 27L121 26L150 46H125Z" />
      <path
        d="M119 26L151 46M78 46C79 38 81 35 84 35C87 35 88 38 88 46M100 46C101 38 103 35 106 35C109 35 110 38 110 46"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
      <Body d="M36 73C33 73 32 70 32 66C32 58 34 52 40 48C50 45 60 44.5 68 46H151C172 46.5 194 50 202 56C207 60 208 66 207 70C206.5 72 205 73 203 73H190A16.5 16.5 0 0 0 157 73H85A16.5 16.5 0 0 0 52 73Z" />
      <Seam d="M96 47V68M96 68H148C151 62 150 54 147 47M50 47C56 51 62 52 70 52" />
      <Trim d="M104 53H110M199 58L192 55.5M34 55.5H39M68 46H84" />
      <Wheel x={68.5} />
      <Wheel x={173.5} />
    </>
  )
}
