/** How the database said no: an HTTP status as PostgREST will answer it, and the stable code. */
export interface Refusal {
  status: number
  code: string
  details: Record<string, unknown>
}

const STATUS_BY_SQLSTATE: Record<string, number> = { '42501': 403, '23505': 409, '23503': 409 }

/** Waits for the refusal of one of our functions; anything else, success included, fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await outcomeOf(work)
  if (outcome === 'done') throw new Error('It was allowed.')
  return outcome
}

/** For a race: "done", or the refusal that came instead. A fault of the server is neither and fails the test. */
export async function outcomeOf(work: Promise<unknown>): Promise<'done' | Refusal> {
  try {
    await work
    return 'done'
  } catch (error) {
    const refusal = readRefusal(error)
    if (refusal) return refusal
    throw error
  }
}

/** The refusal in a thrown error; undefined when PostgREST would call it a fault of the server. */
export function readRefusal(error: unknown): Refusal | undefined {
  const { code = '', message = '', detail } = error as { code?: string; message?: string; detail?: string }
  const raised = /^PT(\d{3})$/.exec(code)?.[1]
  if (raised && Number(raised) < 500) {
    return { status: Number(raised), code: message, details: detail ? JSON.parse(detail) : {} }
  }
  const status = STATUS_BY_SQLSTATE[code] ?? (/^(22|23|42883)/.test(code) ? 400 : undefined)
  return status ? { status, code, details: {} } : undefined
}
