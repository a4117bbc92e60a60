import type { ReactNode } from 'react'

/** What every language's words need to know of the request. */
export type WordsProps = { timeZone: string; children: ReactNode }
