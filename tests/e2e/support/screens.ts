import { expect, type Page } from '@playwright/test'
import { addresses } from './addresses.ts'

/** A screen that `npm run screens` photographs and axe looks at; `site` screens live on the company's host. */
export interface Screen {
  name: string
  /** What stands in braces is filled in by `addresses.ts`. */
  path: string
  host: 'app' | 'site'
  signedIn: boolean
  /** Links to follow from `path`, one after the other, for details whose address nobody knows beforehand. */
  follow: string[]
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const app = (name: string, path: string, ...follow: string[]): Screen => ({
  name,
  path,
  host: 'app',
  signedIn: true,
  follow,
})
const open = (name: string, path: string): Screen => ({
  name,
  path,
  host: 'app',
  signedIn: false,
  follow: [],
})
const site = (name: string, path: string, ...follow: string[]): Screen => ({
  name,
  path,
  host: 'site',
  signedIn: false,
  follow,
})

/** What customers see: the site of a company, and the portal of their bookings. */
export function customerScreens(): Screen[] {
  const period = `from=${day(20)}&to=${day(23)}`
  return [
    site('site-home', '/'),
    site('site-results', `/search?${period}`),
    site('site-none', `/search?${period}&seats=9&fuel=electric`),
    site('site-compare', `/compare?vehicle={vehicle}&vehicle={other}&${period}`),
    site('site-extras', `/book/{vehicle}?${period}`),
    site('site-details', `/book/{vehicle}/details?${period}`),
    site('site-waiting', `/waiting?${period}`),
    site('site-waiting-entry', '/waiting/{entry}'),
    site('site-pay', '/pay/{invoice}'),
    site('site-terms', '/terms'),
    site('site-privacy', '/privacy'),
    site('site-imprint', '/imprint'),
    site('site-verify', '/verify'),
    site('site-verify-unknown', `/verify?hash=${'0'.repeat(64)}`),
    site('site-not-found', '/no-such-page'),
    site('widget', '/widget'),
    site('portal', '/portal/{coming}'),
    site('portal-checkin', '/portal/{coming}/checkin'),
    site('portal-terms', '/portal/{coming}/terms'),
    site('portal-guide', '/portal/{coming}/guide'),
    site('portal-messages', '/portal/{coming}/messages'),
    site('portal-change', '/portal/{coming}/change'),
    site('portal-running', '/portal/{running}'),
    site('portal-over', '/portal/{over}'),
  ]
}

export const screens: Screen[] = [
  open('login', '/login'),
  open('signup', '/signup'),
  open('forgot-password', '/forgot-password'),
  open('verify', '/verify'),
  app('today', '/dashboard'),
  app('reservations', '/dashboard/reservations'),
  app('reservation', '/dashboard/reservations', 'tbody a[href*="/dashboard/reservations/"]'),
  app('waiting-list', '/dashboard/reservations/waiting'),
  app('reservation-new', '/dashboard/reservations/new'),
  app('reservation-offers', `/dashboard/reservations/new?from=${day(20)}T10:00&to=${day(23)}T10:00`),
  app('timeline', '/dashboard/timeline'),
  app('availability', '/dashboard/availability'),
  app('fleet', '/dashboard/fleet'),
  app('vehicle', '/dashboard/fleet', 'tbody a[href*="/dashboard/fleet/"]'),
  app('fleet-maintenance', '/dashboard/fleet/maintenance'),
  app('fleet-damages', '/dashboard/fleet/damages'),
  app('damage-case', '/dashboard/fleet/damages', 'main a[href*="/fleet/damages/"]'),
  app('pricing', '/dashboard/pricing'),
  app('fleet-import', '/dashboard/fleet/import'),
  app('customers', '/dashboard/customers'),
  app('customer', '/dashboard/customers', 'tbody a[href*="/dashboard/customers/"]'),
  app(
    'statement',
    '/dashboard/customers',
    'tbody a[href*="/dashboard/customers/"]',
    'main a[href$="/statement"]',
  ),
  app('customer-duplicates', '/dashboard/customers/duplicates'),
  app('contracts', '/dashboard/contracts'),
  app('contract', '/dashboard/contracts', 'tbody a[href*="/dashboard/contracts/"]'),
  app('invoices', '/dashboard/invoices'),
  app('invoice', '/dashboard/invoices', 'tbody a[href*="/dashboard/invoices/"]'),
  app('invoice-new', '/dashboard/invoices/new'),
  app('invoices-monthly', '/dashboard/invoices/monthly'),
  app('vouchers', '/dashboard/invoices/vouchers'),
  app('bank', '/dashboard/invoices/bank'),
  app('stripe', '/dashboard/invoices/stripe'),
  app('cash', '/dashboard/invoices/cash'),
  app('ledger', '/dashboard/invoices/ledger'),
  app('messages', '/dashboard/messages'),
  app('messages-thread', '/dashboard/messages', 'main ul a[href*="/dashboard/messages/"]'),
  app('messages-failed', '/dashboard/messages/failed'),
  app('activity', '/dashboard/activity'),
  app('settings', '/dashboard/settings'),
  app('settings-bookings', '/dashboard/settings/bookings'),
  app('settings-locations', '/dashboard/settings/locations'),
  app('settings-damages', '/dashboard/settings/damages'),
  app('settings-checkin', '/dashboard/settings/checkin'),
  app(
    'settings-checkin-form',
    '/dashboard/settings/checkin',
    'main a[href*="/settings/checkin/"]:not([href$="/new"])',
  ),
  app('settings-branding', '/dashboard/settings/branding'),
  app('settings-website', '/dashboard/settings/website'),
  app('settings-guide', '/dashboard/settings/guide'),
  app(
    'settings-guide-editor',
    '/dashboard/settings/guide',
    'main a[href*="/settings/guide/"]:not([href$="/new"])',
  ),
  app('settings-messages', '/dashboard/settings/messages'),
  app('settings-template', '/dashboard/settings/messages/reservation_confirmed'),
  app('members', '/dashboard/settings/members'),
  app('settings-payments', '/dashboard/settings/payments'),
  app('plan', '/dashboard/settings/plan'),
  app('handover', '/handover'),
  ...customerScreens(),
]

const origins = {
  app: process.env.APP_URL ?? '',
  site: `http://alpenmobil.${process.env.APP_HOST}`,
}

/** Opens a screen and waits until it is itself. */
export async function openScreen(page: Page, { name, host, path, follow }: Screen) {
  const answer = await page.goto(origins[host] + (await filledIn(path)))
  expect(answer?.status(), name).toBe(name.endsWith('not-found') ? 404 : 200)
  for (const link of follow) {
    await settled(page)
    const target = await page.locator(link).first().getAttribute('href')
    await page.goto(new URL(target ?? '', page.url()).href)
  }
  await settled(page)
  // The page that stands in for one that failed has a heading too.
  await expect(page.getByText('The fault is ours'), name).toHaveCount(0)
}

async function filledIn(path: string): Promise<string> {
  if (!path.includes('{')) return path
  const known: Record<string, string> = { ...(await addresses()) }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? name)
}

/** Waits until the heading is there, and nothing stands in for what is still on its way. */
export async function settled(page: Page) {
  await expect(page.locator('h1').filter({ visible: true }).first()).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('[aria-busy=true], .animate-breathe')).toHaveCount(0, { timeout: 30_000 })
}
