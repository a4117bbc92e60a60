/** What somebody typed on the page of an invoice, and why it was refused. */
export type Refusal = { typed: string; problem: string }
