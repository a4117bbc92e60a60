import { Body, Glass, Seam, Trim, Wheel } from '@/components/icons/silhouettes/parts'

/** An estate car: the long roof runs to the tail. */
export function Estate() {
  return (
    <>
      <Body d="M30 73C27 73 26 70 26 66C26 58 27 51 30 46L39 31C42 26 46 24.5 52 24.5H120C130 24.5 138 27 145 32L162 43.5C181 45.5 199 49 206 55.5C211 60 212 66 211 70C210.5 72 209 73 207 73H193A16.5 16.5 0 0 0 160 73H81A16.5 16.5 0 0 0 48 73Z" />
      <Glass d="M44 43.5L50.5 32.5C51.5 31 53 30.5 55 30.5H73V43.5Z" />
      <Glass d="M78 30.5H107V43.5H78Z" />
      <Glass d="M112 30.5H121C129 30.5 135 32.5 141 36.5L150.5 43.5H112Z" />
      <Seam d="M75.5 30.5V54M109.5 30.5V68M83 68H158M155 46V52" />
      <Trim d="M97 50H103M142 50H148M203 57.5L197 55M27.5 54H32M54 24.5V21H116V24.5" />
      <Wheel x={64.5} />
      <Wheel x={176.5} />
    </>
  )
}
