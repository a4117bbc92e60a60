const CANTONS = 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH FL'.split(' ')

/**
 * A licence plate as the product writes it: `zh431254`, `ZH·431 254`, `ZH-431254` → `ZH 431 254`. A plate that is not
 * Swiss or from Liechtenstein keeps its own signs, in capitals.
 */
export function tidyPlate(text: string): string {
  const capitals = text.toUpperCase().replace(/\s+/g, ' ').trim()
  const [, canton = '', digits = ''] = /^([A-Z]{2})[\s·.\-*]*(\d[\d\s'’.]*)$/.exec(capitals) ?? []
  const number = digits.replace(/\D/g, '')
  if (!CANTONS.includes(canton) || number.length > 6) return capitals
  return `${canton} ${number.replace(/\B(?=(\d{3})+$)/g, ' ')}`
}
