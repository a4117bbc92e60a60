import { AppError } from '@/lib/core/errors'

const MAX_BODY_BYTES = 1_000_000

/**
 * The bytes of what we are sent, or answered, read no further than the limit. A request of which less arrives than was announced was cut off on its way,
 * because somebody before us takes no more: nothing is made of the piece.
 * @throws AppError `too_large`
 */
export async function readBytes(message: Request | Response, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const tooLarge = () => new AppError('too_large', { details: { limitBytes: limit } })
  // An answer's length may be that of its packed bytes.
  const announced = message instanceof Request ? Number(message.headers.get('content-length') ?? 0) : 0
  if (announced > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of message.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  if (size < announced) throw tooLarge()
  return Buffer.concat(chunks)
}

/**
 * The body as text.
 * @throws AppError `too_large`
 */
export async function readBody(request: Request, limit = MAX_BODY_BYTES): Promise<string> {
  return (await readBytes(request, limit)).toString('utf8')
}

/**
 * The body as JSON; an empty body is an empty object.
 * @throws AppError `invalid_json` · `too_large`
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readBody(request)
  if (text === '') return {}
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) throw new AppError('invalid_json')
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid_json')
  }
}

/**
 * The fields and files of a browser's form.
 * @throws AppError `too_large` · `invalid_input` for what is no form
 */
export async function readForm(request: Request, limit = MAX_BODY_BYTES): Promise<FormData> {
  const bytes = await readBytes(request, limit)
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(Uint8Array.from(bytes), { headers }).formData().catch((cause: unknown) => {
    throw new AppError('invalid_input', { cause })
  })
}

/** The query as an object for a schema; a repeated name becomes an array. */
export function readQuery(request: Request): Record<string, string | string[]> {
  const search = new URL(request.url).searchParams
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}
