import process from 'node:process'

type Undo = () => Promise<void>

/**
 * Remembers how to undo every step of a start, so that Ctrl-C at any moment, a failure half-way and
 * a regular stop all end in the same place: nothing left running, last started stopped first.
 */
export class Lifecycle {
  readonly #undo: { name: string; stop: Undo }[] = []
  readonly #abort = new AbortController()
  #stopped: Promise<void> | undefined

  /** Aborts when the stop begins; waiting steps listen to it. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** Registers how to stop what has just been started (or is about to be). */
  onStop(name: string, stop: Undo): void {
    this.#undo.push({ name, stop })
  }

  /** Throws when a stop was asked for, so that a start does not go on behind its back. */
  checkpoint(): void {
    this.#abort.signal.throwIfAborted()
  }

  /** Stops everything, once; later calls wait for the first. */
  stop(): Promise<void> {
    this.#stopped ??= this.#unwind()
    return this.#stopped
  }

  async #unwind(): Promise<void> {
    this.#abort.abort(new Stopped())
    // A step that was under way when the stop began may still register its undo: look again each time.
    for (let next = this.#undo.pop(); next; next = this.#undo.pop()) {
      try {
        await next.stop()
      } catch (error) {
        console.error(`Could not stop ${next.name}:`, error instanceof Error ? error.message : error)
      }
    }
  }

  /** Calls `stop` once, on Ctrl-C or its relatives, unless the stop is under way already. */
  stopOnSignals(stop: () => void): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!this.#abort.signal.aborted) stop()
      })
    }
  }
}

/** The reason waiting steps are given when a stop was asked for. */
export class Stopped extends Error {
  constructor() {
    super('stopped')
    this.name = 'Stopped'
  }
}
