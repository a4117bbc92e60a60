import { Body, Glass, Seam, Trim, Wheel } from '@/components/icons/silhouettes/parts'

/** An estate car: the long roof runs to the tail. */
export function Estate() {
  return (
    <>
      <Body d="M30 73C27 73 26 70 26 66C26 58 27 51 30 46L39 31C42 26 46 24.5 52 24.500H120C130 24.5 138 27 145 32L162 43.500C181 45.5 199 49 206 55.500C211 60 212 66 211 70C210.5 72 209 73 207 73H193A16.5 16.5 0 0 0 160 73H81A16.5 16.5 0 0 0 48 73Z" />
      <Glass d="M44 43.500L50.5 32.500C51.5 31 53 30.5 55 30.500H73V43.500Z" />
      <Glass d="M78 30.500H107V43.500H78Z" />
      <Glass d="M112 30.500H121C129 30.5 135 32.5 141 36.500L150.5 43.500H112Z" />
      <Seam d="M75.5 30.500V54M109.5 30.500V68M83 68H158M155 46V52" />
      <Trim d="M97 50H103M142 50H148M203 57.500L197 55M27.5 54H32M52 20.500H116" />
      <Wheel x={64.5} />
      <Wheel x={176.5} />
    </>
  )
}
