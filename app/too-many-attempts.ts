import { getLocale, getTranslations } from 'next-intl/server'

/** Says with the right status that somebody tried too often: a page could not answer 429. */
export async function tooManyAttempts(): Promise<Response> {
  const locale = await getLocale()
  const t = await getTranslations('booking-site.tooMany')
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${t('title')}</title><body style="font:16px/1.5 system-ui,sans-serif;max-width:24rem;margin:20vh auto;padding:0 1rem"><h1 style="font-size:1.75rem">${t('title')}</h1><p>${t('text')}</p></body></html>`
  return new Response(page, {
    status: 429,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'retry-after': '60',
    },
  })
}
