import { expect, test } from 'vitest'
import { accountState, demandsOf } from '@/lib/companies/payments/rules'

test('what Stripe wants to know is summed up, each once, in the order of the form', () => {
  expect(
    demandsOf([
      'tos_acceptance.date',
      'external_account',
      'representative.first_name',
      'representative.last_name',
      'person_1.verification.document',
      'business_profile.url',
      'something.new',
    ]),
  ).toEqual(['company', 'person', 'bank', 'terms', 'document', 'other'])
  expect(demandsOf([])).toEqual([])
})

test.each([
  ['none', { id: null }],
  ['begun', {}],
  ['checking', { detailsSubmitted: true }],
  ['stopped', { detailsSubmitted: true, due: ['external_account'] }],
  ['noPayouts', { detailsSubmitted: true, takesCards: true }],
  ['ready', { detailsSubmitted: true, takesCards: true, payoutsEnabled: true }],
] as const)('an account is %s', (state, told) => {
  const fresh = { id: 'acct_1', takesCards: false, payoutsEnabled: false, detailsSubmitted: false }
  expect(accountState({ ...fresh, ...told, due: [...('due' in told ? told.due : [])] })).toBe(state)
})
