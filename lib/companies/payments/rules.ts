/** What Stripe wants to know, in the words of the settings. */
export const DEMANDS = ['company', 'person', 'bank', 'terms', 'document', 'other'] as const
export type Demand = (typeof DEMANDS)[number]

const BY_NAME: [RegExp, Demand][] = [
  [/verification\.(additional_)?document|\bdocuments\b/, 'document'],
  [/^external_account/, 'bank'],
  [/^tos_acceptance/, 'terms'],
  [/^(representative|individual|person_|owners|directors|executives|relationship)/, 'person'],
  [/^(company|business_profile|business_type|settings)/, 'company'],
]

/** Stripe's names of what is due (`external_account`, `representative.first_name` …), summed up, each once and in the order of the form. */
export function demandsOf(due: string[]): Demand[] {
  const found = new Set(due.map((name) => BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'))
  return DEMANDS.filter((demand) => found.has(demand))
}

/** How the account stands: not begun, begun, being checked by Stripe, taking payments without or with payouts, or stopped. */
export type AccountState = 'none' | 'begun' | 'checking' | 'ready' | 'noPayouts' | 'stopped'

/** How an account stands, by what Stripe has said of it. */
export function accountState(account: {
  id: string | null
  takesCards: boolean
  payoutsEnabled: boolean
  detailsSubmitted: boolean
  due: string[]
}): AccountState {
  if (account.id === null) return 'none'
  if (account.takesCards) return account.payoutsEnabled ? 'ready' : 'noPayouts'
  if (!account.detailsSubmitted) return 'begun'
  return account.due.length > 0 ? 'stopped' : 'checking'
}
