import { describe, expect, test } from 'vitest'
import { type DnsResolver, readRecords } from '@/lib/companies/domain-records'

const companyId = '3f2b1c7e-0000-4000-8000-000000000001'
const site = { host: 'alpenmobil.crms.example:443', companyId }

const missing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }))

/** A DNS that knows these records and nothing else. */
const knowing = (known: { cname?: string[]; txt?: string[][] }, otherwise = 'ENOTFOUND'): DnsResolver => ({
  resolveCname: () => (known.cname ? Promise.resolve(known.cname) : missing(otherwise)),
  resolveTxt: () => (known.txt ? Promise.resolve(known.txt) : missing(otherwise)),
})

const states = async (resolver: DnsResolver) =>
  (await readRecords('mieten.example.ch', site, resolver)).map(({ type, isRight }) => `${type} ${isRight}`)

describe('the records of a company’s own domain', () => {
  test('are right when both stand where they should, whatever the case and however cut', async () => {
    const resolver = knowing({
      cname: ['Alpenmobil.CRMS.example.'],
      txt: [['v=spf1 -all'], ['crms-site=', companyId]],
    })
    expect(await states(resolver)).toEqual(['CNAME true', 'TXT true'])
  })

  test('are named with what has to be written, and what stands there instead', async () => {
    expect(await readRecords('mieten.example.ch', site, knowing({ cname: ['old.example.com'] }))).toEqual([
      {
        type: 'CNAME',
        name: 'mieten.example.ch',
        value: 'alpenmobil.crms.example',
        found: ['old.example.com'],
        isRight: false,
      },
      {
        type: 'TXT',
        name: '_crms.mieten.example.ch',
        value: `crms-site=${companyId}`,
        found: [],
        isRight: false,
      },
    ])
  })

  test('of another company prove nothing', async () => {
    const resolver = knowing({ cname: ['alpenmobil.crms.example'], txt: [['crms-site=another']] }, 'ENODATA')
    expect(await states(resolver)).toEqual(['CNAME true', 'TXT false'])
  })

  test('are not missing because DNS is silent', async () => {
    await expect(readRecords('mieten.example.ch', site, knowing({}, 'ETIMEOUT'))).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})
