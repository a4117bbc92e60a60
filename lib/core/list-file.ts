/** The most bytes of a list that is uploaded; a server action takes no more than a megabyte. */
export const MOST_LIST_BYTES = 900_000
