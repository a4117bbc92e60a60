const LETTER_VALUES: Record<string, number> = {
  ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9 },
  ...{ S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 },
}
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** A vehicle identification number in capitals, or why it is none. `doubt`: its check digit does not fit, but need not. */
export type VinReading =
  | { vin: string; doubt?: { expected: string } }
  | { fault: 'vin_length'; length: number }
  | { fault: 'vin_characters' }
  | { fault: 'vin_check_digit'; expected: string }

/** The check digit that ISO 3779 and 49 CFR 565 put at the ninth place. */
export function vinCheckDigit(vin: string): string {
  const sum = [...vin].reduce((total, character, place) => {
    const value = LETTER_VALUES[character] ?? Number(character)
    return total + value * (WEIGHTS[place] ?? 0)
  }, 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/**
 * Reads a VIN. The check digit is law in North America only (first character 1 to 5): there a wrong one is a fault.
 * European makers may use the ninth place freely and often fill it with Z, so elsewhere a digit that does not fit
 * is worth a second look and no more.
 */
export function readVin(text: string): VinReading {
  const vin = text.toUpperCase().replace(/[\s-]/g, '')
  if (vin.length !== 17) return { fault: 'vin_length', length: vin.length }
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return { fault: 'vin_characters' }
  const expected = vinCheckDigit(vin)
  if (vin[8] === expected) return { vin }
  if (/^[1-5]/.test(vin)) return { fault: 'vin_check_digit', expected }
  return /[0-9X]/.test(vin.charAt(8)) ? { vin, doubt: { expected } } : { vin }
}
