/** The most rows of a list that can be named one by one: those of a selection that is exported. */
export const MOST_SELECTED = 2_000
