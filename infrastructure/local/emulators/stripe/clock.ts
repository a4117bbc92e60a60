/** How far the emulator's time has run ahead of the machine's. */
let aheadSeconds = 0

/** Lets time pass at once, so that what lapses after days can be seen to lapse. */
export function advanceClock(seconds: number): void {
  aheadSeconds += seconds
}

export function resetClock(): void {
  aheadSeconds = 0
}

/** The machine's own time: what signatures are checked against. */
export function machineSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** Stripe's time, in whole seconds. */
export function clockSeconds(): number {
  return machineSeconds() + aheadSeconds
}
