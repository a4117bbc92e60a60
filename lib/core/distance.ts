/** A distance as it is written here: `48'312 km`, joined by a space that does not break. */
export function formatKm(km: number): string {
  return `${String(km).replace(/\B(?=(\d{3})+$)/g, "'")}\u00A0km`
}
