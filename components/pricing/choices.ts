/** A category or location as the dialogs of the price list offer it, named in the reader's language. */
export type Choice = { id: string; name: string }

/** What a rule may be for. */
export type Choices = { categories: Choice[]; locations: Choice[] }
