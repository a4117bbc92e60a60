/** Light or dark as the reader chose it; without a choice the system decides. */
export type Theme = 'light' | 'dark'
export const THEME_COOKIE = 'theme'

export function toTheme(value: string | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined
}

/** Takes effect at once and on every later page; `undefined` goes back to the system's setting. */
export function chooseTheme(theme: Theme | undefined): void {
  const age = theme ? 365 * 24 * 60 * 60 : 0
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${THEME_COOKIE}=${theme ?? ''}; path=/; max-age=${age}; samesite=lax`
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
}

/** What the page shows now, whoever decided it. */
export function currentTheme(): Theme {
  const chosen = toTheme(document.documentElement.dataset.theme)
  return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
}
