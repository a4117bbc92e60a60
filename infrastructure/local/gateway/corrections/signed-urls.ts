/** Embedded storage's answer to a request to sign. */
interface Signed {
  signedUrl: string
  path?: string
  token?: string
  error?: string | null
}

/** Storage signing answers in a shape of its own; `supabase-js` wants hosted Storage's, relative to /storage/v1. */
export async function correctSignedUrls(request: Request, response: Response): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method !== 'POST' || response.status !== 200) return response
  if (pathname.startsWith('/storage/v1/object/upload/sign/'))
    return reply(response, toUploadAnswer(await response.json()))
  if (!pathname.startsWith('/storage/v1/object/sign/')) return response
  const signed: Signed | Signed[] = await response.json()
  return reply(
    response,
    Array.isArray(signed) ? signed.map(toDownloadAnswer) : { signedURL: relative(signed.signedUrl) },
  )
}

function toDownloadAnswer({ path, signedUrl, error }: Signed) {
  return { path, signedURL: signedUrl ? relative(signedUrl) : null, error: error ?? null }
}

function toUploadAnswer({ signedUrl, token }: Signed) {
  return { url: relative(signedUrl), token }
}

function relative(url: string): string {
  return url.replace(/^\/storage\/v1/, '')
}

function reply(response: Response, body: unknown): Response {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json(body, { status: response.status, headers })
}
