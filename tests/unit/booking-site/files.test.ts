import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFile } from '@/lib/booking-site/calendar-file'
import { structuredData } from '@/lib/booking-site/structured-data'
import type { SiteCompany } from '@/lib/core/site-company'

const entry = {
  uid: 'R-2026-00042@alpenmobil',
  startsAt: new Date('2026-12-01T09:00:00Z'),
  endsAt: new Date('2026-12-04T09:00:00Z'),
  writtenAt: new Date('2026-11-21T09:00:00Z'),
  title: 'VW Golf',
  place: 'Zürich HB, Bahnhofplatz 1',
  description: 'R-2026-00042',
  url: 'https://alpenmobil.crms.example/booking/abc',
}

describe('the calendar file', () => {
  test('names the times in UTC', () => {
    expect(calendarFile(entry)).toContain('DTSTART:20261201T090000Z\r\nDTEND:20261204T090000Z')
  })

  test('no text of it begins a property of its own, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const hostile = `${text}\r\nATTENDEE:mailto:evil@example.com\rX-EVIL:1`
        const lines = calendarFile({ ...entry, title: hostile, place: hostile }).split('\r\n')
        const properties = lines.filter((line) => line !== '' && !line.startsWith(' '))
        expect(properties.map((line) => line.split(':')[0])).toEqual([
          ...['BEGIN', 'VERSION', 'PRODID', 'METHOD', 'BEGIN', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND'],
          ...['SUMMARY', 'LOCATION', 'DESCRIPTION', 'URL', 'END', 'END'],
        ])
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      }),
    )
  })
})

test('a name cannot leave the structured data', () => {
  const company = {
    name: '</script><script>alert(1)</script>',
    address: { street: null, houseNumber: null, postalCode: null, town: null },
    locations: [],
  } as unknown as SiteCompany
  const text = structuredData(company, 'https://x.example/')
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toMatchObject({ '@type': 'AutoRental', name: company.name })
})
