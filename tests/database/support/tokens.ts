import { SignJWT } from 'jose'
import type { TestGateway } from './gateway.ts'

/** An access token with these claims, as the auth server would sign it. */
export async function tokenFor(
  gateway: TestGateway,
  claims: Record<string, unknown>,
  { secret = gateway.jwtSecret, expires = '1h' }: { secret?: string; expires?: string | Date } = {},
): Promise<string> {
  return new SignJWT({ aud: 'authenticated', role: 'authenticated', ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret))
}
