/** Auth answers browsers on other origins too sparsely: no allowed headers before, no allowed origin after. */
export function allowOtherOrigins(request: Request, response: Response): Response {
  if (!new URL(request.url).pathname.startsWith('/auth/v1/')) return response
  const headers = new Headers(response.headers)
  headers.set('access-control-allow-origin', '*')
  headers.set('access-control-expose-headers', 'X-Total-Count, Link, X-Supabase-Api-Version')
  if (request.method === 'OPTIONS') {
    headers.set('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS')
    headers.set('access-control-allow-headers', request.headers.get('access-control-request-headers') ?? '*')
    headers.set('access-control-max-age', '86400')
  }
  return new Response(response.body, { status: response.status, headers })
}
