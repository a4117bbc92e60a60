import { env } from '@/lib/core/env'
import { isSecureHost } from '@/lib/core/hosts'

/**
 * The content security policy of one answer. Only scripts with this answer's nonce run, and what those load;
 * pictures and files come from our storage; payment pages are reached by a form or a redirect. Nobody may show it in a frame but
 * the origins in `framedBy`.
 */
export function contentSecurityPolicy(nonce: string, framedBy: readonly string[] = []): string {
  const { NODE_ENV, NEXT_PUBLIC_SUPABASE_URL, STRIPE_API_BASE } = env()
  const data = new URL(NEXT_PUBLIC_SUPABASE_URL).origin
  const live = data.replace(/^http/, 'ws')
  const development = NODE_ENV === 'development'
  const checkout = ['https://checkout.stripe.com', STRIPE_API_BASE && new URL(STRIPE_API_BASE).origin]
  const directives = {
    'default-src': ["'self'"],
    // React's development build evaluates code to rebuild server stacks; the production build does not.
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", development && "'unsafe-eval'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:', data],
    'font-src': ["'self'"],
    'connect-src': ["'self'", data, live, development && 'ws:'],
    'media-src': ["'self'", 'blob:', data],
    'frame-src': ["'self'", 'blob:', data],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...checkout],
    'frame-ancestors': framedBy.length > 0 ? framedBy : ["'none'"],
    'upgrade-insecure-requests': isSecureHost() ? [] : null,
  }
  return Object.entries(directives)
    .filter(([, sources]) => sources !== null)
    .map(([name, sources]) => [name, ...(sources ?? []).filter(Boolean)].join(' '))
    .join('; ')
}
