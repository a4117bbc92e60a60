/** Who needs a vehicle from one day to another: a certain one, or any (null). */
export interface Stay {
  from: number
  to: number
  vehicle: number | null
}

/** Whether there is any way to give everybody a vehicle: tries all of them. */
export function canPlace(stays: Stay[], vehicles: number): boolean {
  const place = (nth: number, taken: Stay[]): boolean => {
    const stay = stays[nth]
    if (!stay) return true
    const choices =
      stay.vehicle === null ? Array.from({ length: vehicles }, (_, vehicle) => vehicle) : [stay.vehicle]
    return choices.some(
      (vehicle) =>
        !taken.some((other) => other.vehicle === vehicle && other.from < stay.to && stay.from < other.to) &&
        place(nth + 1, [...taken, { ...stay, vehicle }]),
    )
  }
  return place(0, [])
}
