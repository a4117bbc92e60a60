import { SITE_LOCALES } from '@/lib/core/i18n/locales'

/** Pages about the company and what it rents out, which search engines may know. */
export const SITE_PAGES = ['/', '/search', '/terms', '/privacy', '/imprint'] as const

/** A page in one language; the language stays with whoever opens it. */
export function inLanguage(path: string, language: string): string {
  return `${path}?lang=${language}`
}

/**
 * What search engines are told of a page: its one address, which in a language that the address names is that one, and where
 * it is in each language.
 */
export function alternatesOf(path: (typeof SITE_PAGES)[number], named: string | null = null) {
  const languages = Object.fromEntries(SITE_LOCALES.map((language) => [language, inLanguage(path, language)]))
  const canonical = named ? inLanguage(path, named) : path
  return { canonical, languages: { ...languages, 'x-default': path } }
}

/** The sitemap: each page once, with its languages beside it. */
export function sitemapOf(addressOf: (path: string) => string): string {
  const urls = SITE_PAGES.map((page) => {
    const links = SITE_LOCALES.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${addressOf(inLanguage(page, language))}"/>`,
    )
    return `<url><loc>${addressOf(page)}</loc>${links.join('')}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>\n`
}
