/**
 * Where to go after log-in: a path of our own, or the fallback. `//evil`, `/\evil`, `https:evil`, control
 * characters and anything else a browser might read as another origin is refused.
 */
export function safeNextPath(next: string | null | undefined, fallback = '/dashboard'): string {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next) || /[\p{Cc}\\]/u.test(next)) return fallback
  try {
    const base = 'http://inside.invalid'
    const url = new URL(next, base)
    return url.origin === base && !url.pathname.startsWith('//')
      ? `${url.pathname}${url.search}${url.hash}`
      : fallback
  } catch {
    return fallback
  }
}
