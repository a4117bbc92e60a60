const singleObject = 'application/vnd.pgrst.object+json'

/** A write that returns an embedded relation answers an array even when one object was asked for. */
export async function unwrapSingleObject(request: Request, response: Response): Promise<Response> {
  if (!request.headers.get('accept')?.includes(singleObject) || !response.ok || !response.body)
    return response
  if (!new URL(request.url).pathname.startsWith('/rest/v1/')) return response
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  if (!Array.isArray(body)) return response

  const headers = new Headers(response.headers)
  headers.delete('content-length')
  if (body.length === 1) {
    headers.set('content-type', `${singleObject}; charset=utf-8`)
    return new Response(JSON.stringify(body[0]), { status: response.status, headers })
  }
  const details = `The result contains ${body.length} rows`
  return Response.json(
    { code: 'PGRST116', message: 'Cannot coerce the result to a single JSON object', details, hint: null },
    { status: 406, headers },
  )
}
