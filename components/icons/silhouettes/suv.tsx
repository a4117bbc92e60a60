import { Body, Glass, Seam, Trim, Wheel } from '@/components/icons/silhouettes/parts'

/** A tall car with large wheels. */
export function Suv() {
  return (
    <>
      <Body d="M35 71C32 71 31 68 31 64C31 55 32 46 35 40L43 22.5C45 18.5 49 17 55 17H121C130 17 137 19.5 143 25L158 38C176 39.5 195 42.5 202 48C207 52 208 60 207 67C206.5 70 205 71 203 71H194A18.5 18.5 0 0 0 157 71H85A18.5 18.5 0 0 0 48 71Z" />
      <Glass d="M47 37.5L52.5 25.5C53.5 23.7 55 23 57 23H72V37.5Z" />
      <Glass d="M77 23H105V37.5H77Z" />
      <Glass d="M110 23H121C128 23 133 25 138 29L147.5 37.5H110Z" />
      <Seam d="M74.5 23V50M107.5 23V65M88 65H154M152 40V48" />
      <Trim d="M95 45H101M139 45H145M200 51.5L193 49M32.5 49H38M57 17V13.5H117V17" />
      <Wheel x={66.5} y={71} r={15} />
      <Wheel x={175.5} y={71} r={15} />
    </>
  )
}
