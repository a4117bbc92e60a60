/** A link to the hosted onboarding page; it works once and for a few minutes. */
export interface AccountLink {
  id: string
  object: 'account_link'
  account: string
  created: number
  expires_at: number
  refresh_url: string
  return_url: string
  used: boolean
}
