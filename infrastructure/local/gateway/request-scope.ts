import { AsyncLocalStorage } from 'node:async_hooks'

/** What one HTTP request carries besides the web standard's Request: seen by the database connection. */
export interface RequestScope {
  method: string
  path: string
  headers: Record<string, string>
  /** The last error PostgreSQL gave while this request was worked on. */
  databaseError?: DatabaseError
}

/** PostgreSQL's error as its protocol names the fields. */
export interface DatabaseError {
  code: string
  message: string
  detail?: string
  hint?: string
}

/** The request being worked on, for code that is called without it. */
export const requestScope = new AsyncLocalStorage<RequestScope>()
