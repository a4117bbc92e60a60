const figures = new Intl.NumberFormat('de-CH', { maximumFractionDigits: 3 })

/** A count or measure as Swiss figures are written in every language, with the mark of the amounts beside it: `1'063`, `0.5`. */
export function formatFigure(figure: number): string {
  return figures.format(figure).replaceAll('’', "'")
}
