type Forward = (request: Request) => Promise<Response>

const download = '/storage/v1/object/sign/'
const upload = '/storage/v1/object/upload/sign/'

/**
 * Storage signing answers in a shape of its own; `supabase-js` wants hosted Storage's, with addresses
 * relative to /storage/v1. Signing several at once is not served at all, so it is done one by one.
 */
export async function signUrls(request: Request, forward: Forward): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'POST' && /^\/storage\/v1\/object\/sign\/[^/]+$/.test(pathname))
    return signSeveral(request, forward)

  const response = await forward(request)
  if (request.method === 'POST' && response.ok && pathname.startsWith(download))
    return rewrite(response, toDownload)
  if (request.method === 'POST' && response.ok && pathname.startsWith(upload))
    return rewrite(response, toUpload)
  if (response.status === 500 && (pathname.startsWith(download) || pathname.startsWith(upload)))
    return refuseToken(response)
  return response
}

async function signSeveral(request: Request, forward: Forward): Promise<Response> {
  const { paths, expiresIn }: { paths: string[]; expiresIn: number } = await request.json()
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  const signed = paths.map(async (path) => {
    const url = `${request.url}/${path.split('/').map(encodeURIComponent).join('/')}`
    const response = await forward(
      new Request(url, { method: 'POST', headers, body: JSON.stringify({ expiresIn }) }),
    )
    if (!response.ok)
      return {
        path,
        signedURL: null,
        error: 'Either the object does not exist or you do not have access to it',
      }
    return { path, error: null, ...toDownload(await response.json()) }
  })
  return Response.json(await Promise.all(signed), { headers: { 'access-control-allow-origin': '*' } })
}

/** A link that was tampered with or has expired comes out as a failure of the server. */
function refuseToken(response: Response): Response {
  return Response.json(
    { statusCode: '400', error: 'InvalidJWT', message: 'The link is invalid or has expired' },
    { status: 400, headers: withoutLength(response.headers) },
  )
}

function toDownload({ signedUrl }: { signedUrl: string }) {
  return { signedURL: relative(signedUrl) }
}

function toUpload({ signedUrl, token }: { signedUrl: string; token: string }) {
  return { url: relative(signedUrl), token }
}

function relative(url: string): string {
  return url.replace(/^\/storage\/v1/, '')
}

async function rewrite<Body>(response: Response, change: (body: Body) => unknown): Promise<Response> {
  const body: Body = await response.json()
  return Response.json(change(body), { status: response.status, headers: withoutLength(response.headers) })
}

function withoutLength(original: Headers): Headers {
  const headers = new Headers(original)
  headers.delete('content-length')
  return headers
}
