/**
 * `supabase-js` sends files as a form whose file field has no name; the embedded storage knows the
 * name `file` only, and on signed uploads no forms at all. It gets the bare file instead.
 */
export async function unwrapMultipartUpload(request: Request): Promise<Request> {
  const isUpload = request.method === 'POST' || request.method === 'PUT'
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
  if (!isUpload || !isForm || !new URL(request.url).pathname.startsWith('/storage/v1/object/')) return request

  const form = await request.formData()
  const file = [...form.values()].find((value) => value instanceof Blob)
  if (!file) return new Request(request.url, { method: request.method, headers: request.headers, body: form })
  const headers = new Headers(request.headers)
  headers.set('content-type', file.type || 'application/octet-stream')
  headers.set('content-length', String(file.size))
  const cacheControl = form.get('cacheControl')
  if (typeof cacheControl === 'string') headers.set('cache-control', `max-age=${cacheControl}`)
  return new Request(request.url, { method: request.method, headers, body: await file.arrayBuffer() })
}
