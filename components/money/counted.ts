import { formatFigure } from '@/lib/core/figure'

/** A count for a sentence that takes its plural from it; `figure` is how it is written, as the amounts beside it are. */
export function counted(count: number): { count: number; figure: string } {
  return { count, figure: formatFigure(count) }
}
