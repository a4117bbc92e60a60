/** A visit to the page where a customer looks after their own subscription. */
export interface PortalSession {
  id: string
  object: 'billing_portal.session'
  created: number
  livemode: false
  configuration: string
  customer: string
  flow: null
  locale: string | null
  on_behalf_of: null
  return_url: string | null
  url: string
}
