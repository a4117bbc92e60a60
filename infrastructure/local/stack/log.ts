import process from 'node:process'

const started = performance.now()

/** One line about what is happening, with the seconds since the start. */
export function step(line: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`)
}

/** A heading in bold where a person reads, plain where a file does. */
export function bold(text: string): string {
  return process.stdout.isTTY ? `\x1b[1m${text}\x1b[22m` : text
}
