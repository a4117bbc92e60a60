/** Something outside our power stopped the start; says what in one line, and the way out in another. */
export class StartFailure extends Error {
  readonly wayOut: string

  constructor(message: string, wayOut: string) {
    super(message)
    this.name = 'StartFailure'
    this.wayOut = wayOut
  }
}
