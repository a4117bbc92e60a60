import { getTranslations } from 'next-intl/server'
import { openBooking } from '@/lib/booking-site/open-booking'
import { accentVariables } from '@/lib/core/accent'
import { currentRequest } from '@/lib/core/current-request'
import { apiRoute } from '@/lib/core/route'
import { getPortal } from '@/lib/portal/queries'

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:light-dark(#fff,#14171b);color:light-dark(#14161a,#f2f3f5)}
main{max-width:24rem;margin:15vh auto;padding:0 1rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem}
nav{display:grid;gap:.75rem;margin-top:1.5rem}
a{display:grid;place-items:center;min-height:3rem;border-radius:6px;border:1px solid light-dark(#8b9098,#777d87);color:inherit;font-weight:500;text-decoration:none}
a:first-child{background:var(--accent);border-color:var(--accent-line);color:var(--accent-ink)}`

/**
 * The page a phone keeps for when there is no network and another one is wanted: it needs no other file. Whoever opens its address with a network
 * is led to the booking.
 */
export const GET = apiRoute({ public: true }, async ({ ctx, params, request }) => {
  const token = params.token ?? ''
  const { ip } = await currentRequest()
  await openBooking(ctx, token, ip)
  const overview = `/portal/${token}`
  if (request.headers.get('sec-fetch-mode') === 'navigate') {
    return new Response(null, { status: 303, headers: { Location: overview } })
  }
  const [{ guide }, t, rooms] = await Promise.all([
    getPortal(ctx, token),
    getTranslations('portal.offline'),
    getTranslations('portal.rooms'),
  ])
  const accent = Object.entries(accentVariables(ctx.company.accentColor)).map((pair) => pair.join(':'))
  const page = `<!doctype html><html lang="${ctx.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${t('title')}</title><style>${STYLE}</style><body style="${accent.join(';')}"><main><h1>${t('title')}</h1><p>${t('text')}</p><nav aria-label="${rooms('label')}"><a href="${overview}">${rooms('overview')}</a>${guide ? `<a href="${overview}/guide">${rooms('guide')}</a>` : ''}<a href="">${t('again')}</a></nav></main></body></html>`
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
})
