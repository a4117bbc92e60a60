/** A message in its parts, before it becomes HTML or plain text. */
export type Letter = {
  subject: string
  /** The line that mail programs show beside the subject. */
  preview: string
  heading: string
  blocks: Block[]
  /** Where the reader can write back without a mail, where there is such a page. */
  conversation?: { label: string; url: string }
  sender: Sender
}

export type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'facts'; rows: Fact[] }
  | { kind: 'button'; label: string; url: string }

/** A labelled line; `detail` stands beneath the value, `strong` sets apart what must be found at a glance. */
export type Fact = { label: string; value: string; detail?: string; strong?: boolean }

/** Who writes: the company, in its colour, with its contact at the foot. */
export type Sender = { name: string; accentColor: string; contact: string[] }

/** The company's logo as a mail shows it: its absolute address and the size it is drawn at. */
export type LetterLogo = { url: string; width: number; height: number }

/** A paragraph of one or more lines. */
export function paragraph(...lines: string[]): Block {
  return { kind: 'paragraph', lines }
}
