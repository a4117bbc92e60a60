import type { DatabaseError } from '../request-scope.ts'

/** PostgREST's statuses by SQLSTATE or its class; whatever is not listed is the caller's fault. */
const statusByCode: [prefix: string, status: number][] = [
  ['23503', 409],
  ['23505', 409],
  ['25006', 405],
  ['53400', 500],
  ['57P01', 503],
  ['P0001', 400],
  ['42P17', 500],
  ['08', 503],
  ['09', 500],
  ['0L', 403],
  ['0P', 403],
  ['25', 500],
  ['28', 403],
  ['2D', 500],
  ['38', 500],
  ['39', 500],
  ['3B', 500],
  ['40', 500],
  ['53', 503],
  ['54', 413],
  ['55', 500],
  ['57', 500],
  ['58', 500],
  ['F0', 500],
  ['HV', 500],
  ['P0', 500],
  ['XX', 500],
]

/** PostgreSQL errors the embedded API does not know come out as its own 500 "SUP"; answers them as PostgREST does. */
export async function correctDatabaseError(
  response: Response,
  error: DatabaseError | undefined,
): Promise<Response> {
  if (response.status !== 500 || !error) return response
  const answer = await response
    .clone()
    .json()
    .catch(() => undefined)
  if (answer?.code !== 'SUP') return response
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  const { code, message, detail = null, hint = null } = error
  return Response.json({ code, message, details: detail, hint }, { status: statusOf(code), headers })
}

function statusOf(code: string): number {
  return statusByCode.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 400
}
