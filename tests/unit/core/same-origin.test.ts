import { expect, test } from 'vitest'
import { requireSameOrigin } from '@/lib/core/same-origin'

const HOST = 'alpenmobil.crms.example'
const outcome = (method: string, headers: Record<string, string>) => {
  try {
    requireSameOrigin(new Request(`https://${HOST}/api/x`, { method, headers: { host: HOST, ...headers } }))
    return 'goes on'
  } catch (refusal) {
    return (refusal as { code: string }).code
  }
}

test('a change comes from the very host, or from no browser at all', () => {
  expect(outcome('POST', { origin: `https://${HOST}` })).toBe('goes on')
  expect(outcome('POST', {})).toBe('goes on')
})

test.each([
  ['another company’s page', { origin: 'https://glanzwerk.crms.example' }],
  ['the dashboard', { origin: 'https://crms.example' }],
  ['elsewhere', { origin: 'https://evil.example' }],
  ['another port', { origin: `https://${HOST}:8443` }],
  ['a frame without an origin', { origin: 'null' }],
  ['a browser that names none', { 'sec-fetch-site': 'same-site' }],
])('from %s nothing is changed, whatever the verb', (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(outcome(method, headers as Record<string, string>)).toBe('wrong_origin')
  expect(outcome('GET', headers as Record<string, string>)).toBe('goes on')
})
