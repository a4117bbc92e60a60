import { decodeJwt, type JWTPayload, SignJWT } from 'jose'
import type postgres from 'postgres'

/** Calls the project's access token hook; answers the claims to sign. */
export type ClaimsHook = (event: {
  user_id: string
  claims: JWTPayload
  authentication_method: string
}) => Promise<JWTPayload>

/** Why a token is issued, in the words hosted Supabase passes to the hook, by route. */
const methodByRoute: Record<string, string> = {
  'POST /auth/v1/signup': 'password',
  'POST /auth/v1/token?grant_type=password': 'password',
  'POST /auth/v1/token?grant_type=refresh_token': 'token_refresh',
  'POST /auth/v1/token?grant_type=pkce': 'oauth',
  'POST /auth/v1/verify': 'otp',
  'GET /auth/v1/verify': 'otp',
  'GET /auth/v1/callback': 'oauth',
}

/** The embedded auth has no custom access token hook: every token it hands out passes through ours and is signed anew. */
export async function addTokenClaims(
  request: Request,
  response: Response,
  hook: ClaimsHook,
  secret: string,
): Promise<Response> {
  const url = new URL(request.url)
  const grant = url.searchParams.get('grant_type')
  const method = methodByRoute[`${request.method} ${url.pathname}${grant ? `?grant_type=${grant}` : ''}`]
  if (!method) return response
  const reissue = (token: string) => reissueToken(token, method, hook, secret)

  const location = response.headers.get('location')
  if (location?.includes('#access_token=')) {
    const target = new URL(location)
    const fragment = new URLSearchParams(target.hash.slice(1))
    fragment.set('access_token', await reissue(fragment.get('access_token') ?? ''))
    target.hash = fragment.toString()
    const headers = new Headers(response.headers)
    headers.set('location', target.toString())
    return new Response(null, { status: response.status, headers })
  }

  if (response.status !== 200) return response
  const session = await response.clone().json()
  if (typeof session.access_token !== 'string') return response
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json(
    { ...session, access_token: await reissue(session.access_token) },
    { status: 200, headers },
  )
}

async function reissueToken(
  token: string,
  method: string,
  hook: ClaimsHook,
  secret: string,
): Promise<string> {
  const claims = decodeJwt(token)
  const changed = await hook({ user_id: claims.sub ?? '', claims, authentication_method: method })
  return new SignJWT(changed)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret))
}

/** Runs `public.custom_access_token_hook` as the role hosted Supabase runs it as, so that a missing grant shows here too. */
export function databaseClaimsHook(sql: postgres.Sql): ClaimsHook {
  return async (event) => {
    const [found] =
      await sql`select to_regprocedure('public.custom_access_token_hook(jsonb)') is not null as exists`
    if (!found?.exists) return event.claims
    return sql.begin(async (transaction) => {
      await transaction`set local role supabase_auth_admin`
      const [row] =
        await transaction`select public.custom_access_token_hook(${sql.json(event as never)}) as answer`
      return row?.answer.claims
    })
  }
}
