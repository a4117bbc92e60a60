import { escapeHtml, htmlResponse, page, redirect } from '../../server/html.ts'
import { type Call, type Route, route } from '../../server/router.ts'
import { nowSeconds } from '../ids.ts'
import type { Account } from '../objects/account.ts'
import type { AccountLink } from '../objects/account-link.ts'
import { finishOnboarding } from '../resources/accounts.ts'
import type { World } from '../world.ts'

/** The hosted page where a company gives Stripe its details and becomes able to take payments. */
export function onboardingRoutes(world: World): Route[] {
  /** A used or lapsed link sends the browser back for a new one, as at Stripe. */
  function withLink(call: Call, work: (link: AccountLink, account: Account) => Response): Response {
    const link = world.store.find('account_link', null, call.params.id ?? '')
    const account = link && world.store.find('account', null, link.account)
    if (!link || !account)
      return htmlResponse(page({ title: 'Not found', body: '<h1>No such link</h1>' }), 404)
    if (link.used || link.expires_at <= nowSeconds()) return redirect(link.refresh_url)
    return work(link, account)
  }

  return [
    route('GET', '/setup/:id', (call) => withLink(call, (link, account) => onboardingPage(link, account))),
    route('POST', '/setup/:id', (call) =>
      withLink(call, (link, account) => {
        const sent = new URLSearchParams(call.body.toString())
        account.business_profile.name = sent.get('name') || account.business_profile.name
        link.used = true
        finishOnboarding(world, account)
        return redirect(link.return_url)
      }),
    ),
  ]
}

function onboardingPage(link: AccountLink, account: Account): Response {
  const body = `
<p class="soft">Test page: nothing is checked and nothing leaves this computer.</p>
<form method="post" class="card">
  <h1>Get paid with Stripe</h1>
  <p class="soft">Tell us about your company, so that customers can pay you by card.</p>
  <label for="name">Company name</label>
  <input id="name" name="name" required autocomplete="organization" value="${escapeHtml(account.business_profile.name ?? '')}">
  <label for="iban">IBAN for payouts</label>
  <input id="iban" name="iban" required value="CH93 0076 2011 6238 5295 7">
  <button type="submit" data-testid="finish">Agree and submit</button>
</form>
<p><a class="button plain" href="${escapeHtml(link.return_url)}" data-testid="later">Finish later</a></p>`
  return htmlResponse(page({ title: 'Connect with Stripe', body }))
}
