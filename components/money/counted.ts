const figures = new Intl.NumberFormat('de-CH')

/** A count for a sentence that takes its plural from it; `figure` is how it is written, as the amounts beside it are. */
export function counted(count: number): { count: number; figure: string } {
  return { count, figure: figures.format(count) }
}
