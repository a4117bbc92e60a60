import { AppError } from '@/lib/core/errors'

/**
 * Refuses a change that another site's page makes with our cookie. Subdomains are the same site, so SameSite does
 * not keep companies apart: the Origin must be this very host.
 * @throws AppError `wrong_origin`
 */
export function requireSameOrigin(request: Request): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const origin = request.headers.get('origin')
  if (origin === null && request.headers.get('sec-fetch-site') === null) return // not a browser: no cookie to abuse
  if (origin && URL.canParse(origin) && new URL(origin).host === request.headers.get('host')) return
  throw new AppError('wrong_origin')
}
