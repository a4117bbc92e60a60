import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentMailFacts } from '@/lib/messages/document-facts'
import { LANGUAGES } from '@/lib/messages/languages'
import { inkOn, letterHtml } from '@/lib/messages/letter-html'
import { letterText } from '@/lib/messages/letter-text'
import { attachmentName, documentLetter } from '@/lib/messages/letters/document'
import { shortMessage } from '@/lib/messages/letters/from-template'
import { invitationLetter } from '@/lib/messages/letters/invitation'
import { paymentRequestLetter, REQUEST_REASONS } from '@/lib/messages/letters/payment-request'
import {
  type More,
  type ReservationEvent,
  reservationLetter,
  valuesOf,
} from '@/lib/messages/letters/reservation'
import { changedRows, KnownBefore } from '@/lib/messages/letters/reservation-changed'
import { PaymentRequestFacts } from '@/lib/messages/payment-request-facts'
import { builtInMail, builtInSms } from '@/lib/messages/templates/built-in'
import { answer, reservationFacts } from './facts'

const url = `http://alpenmobil.localhost:3000/portal/${'a'.repeat(64)}`

/** Signs that begin lines, end strings, turn the direction or are no text at all. */
const HOSTILE = [...'aé🚗<>"\'{}\0\n\r\t\v\f\u0085\u2028\u2029\u200b\u202e\u001b']

/** A letter in the built-in words. */
function letterOf(event: ReservationEvent, change: object = {}, more?: More) {
  const facts = reservationFacts(change)
  return reservationLetter(event, facts, builtInMail(event, facts.language), more)
}

function confirmationSms(change: object = {}) {
  const facts = reservationFacts(change)
  const texts = builtInSms('reservation_confirmed', facts.language) ?? { body: '' }
  return shortMessage(texts, valuesOf('reservation_confirmed', facts))
}

describe('as HTML', () => {
  const page = (line: string) =>
    letterHtml(
      {
        subject: 'x',
        preview: '',
        heading: 'x',
        blocks: [{ kind: 'paragraph', lines: [line, 'مرحبا'] }],
        sender: { name: 'A', accentColor: '#000000', contact: [] },
      },
      'de',
      { url: 'https://a.ch/logo.png', width: 100, height: 40 },
    )

  test('web addresses lead there, and nothing else does', () => {
    expect(page('Hier: https://a.ch/x?a=b&c=d.')).toContain('href="https://a.ch/x?a=b&amp;c=d"')
    for (const nasty of ['javascript:alert(1)', 'https://a.ch/"><script>', "https://a.ch/' onclick='x"]) {
      const html = page(nasty)
      expect(html).not.toMatch(/href="javascript|<script|onclick='/)
    }
  })

  test('each line has the direction of its own script', () => {
    expect(page('Guten Tag').match(/<span dir="auto" style="display:block">/g)).toHaveLength(2)
  })

  test('on a dark page a logo has room around it', () => {
    expect(page('x')).toContain('.logo{padding:8px 12px!important}')
    expect(page('x')).toContain('class="logo"')
  })
})

describe('a change', () => {
  const known = {
    starts_at: answer.starts_at,
    ends_at: '2026-12-03T09:00:00Z',
    total_rappen: 21_000,
    vehicle: 'Škoda Octavia Combi',
  }
  const text = letterText(
    letterOf('reservation_changed', {}, { rows: changedRows(reservationFacts(), KnownBefore.parse(known)) }),
  )

  test('tells what holds now, and what it was where it differs', () => {
    expect(text).toContain('Rückgabe: Fr, 4. Dez. 2026, 10:00')
    expect(text).toContain('bisher: Do, 3. Dez. 2026, 10:00')
    expect(text).toContain('bisher: CHF\u00A0210.00')
    expect(text.match(/bisher/g)).toHaveLength(2)
    expect(text).toContain(url)
    expect(text).not.toContain('#addendum')
  })

  test('lists the extras as the confirmation does', () => {
    const seat = { kind: 'extra', names: { de: 'Kindersitz' }, quantity: 2, amount_rappen: 6_000 }
    const facts = reservationFacts({ price: { ...answer.price, lines: [seat] } })
    const letter = letterOf('reservation_changed', {}, { rows: changedRows(facts, KnownBefore.parse(known)) })
    expect(letterText(letter)).toContain('Kindersitz × 2: CHF\u00A060.00')
  })

  test.each([
    ['de', 'wartet noch auf Ihre Unterschrift', 'Nachtrag unterschreiben'],
    ['fr', 'attend encore votre signature', 'Signer l’avenant'],
    ['it', 'attende ancora la Sua firma', 'Firmare l’appendice'],
    ['en', 'still waits for your signature', 'Sign addendum'],
  ])(
    'of a rental that runs says in %s that its addendum waits, and where it is signed',
    (locale, said, button) => {
      const letter = letterOf('reservation_changed', { locale }, { awaitsSignature: true })
      expect(letterText(letter)).toContain(said)
      expect(letterText(letter)).toContain(`${url}?lang=${locale}#addendum`)
      expect(letterHtml(letter, 'de')).toContain(button)
    },
  )
})

describe('the confirmation', () => {
  const letter = letterOf('reservation_confirmed')
  const text = letterText(letter)
  const html = letterHtml(letter, 'de')

  test('tells number, vehicle, when and where in the zone of the company', () => {
    expect(letter.subject).toBe('Reservation R-2026-00042 bestätigt: Škoda Octavia Combi')
    expect(text).toContain('Abholung: Di, 1. Dez. 2026, 10:00, Zürich HB, Bahnhofplatz 1, 8001 Zürich')
  })

  test('lists the extras that were booked, with their price', () => {
    const seat = { kind: 'extra', names: { de: 'Kindersitz' }, quantity: 2, amount_rappen: 6_000 }
    const days = { kind: 'rental', quantity: 3, amount_rappen: 25_500 }
    const text = letterText(
      letterOf('reservation_confirmed', { price: { ...answer.price, lines: [days, seat] } }),
    )
    expect(text).toContain('Miete: CHF\u00A0255.00')
    expect(text).toContain('Kindersitz × 2: CHF\u00A060.00')
  })

  test('tells what calling it off costs, as long as that can be done', () => {
    const cancellation_policy = [{ hours: 48, percent: 50 }]
    const told = (now: string) =>
      letterText(letterOf('reservation_confirmed', { cancellation_policy }, { now: new Date(now) }))
    expect(told('2026-11-20T09:00:00Z')).toContain(
      'Kostenlos stornierbar bis So, 29. Nov. 2026, 10:00, danach für 50\u00A0% des Gesamtpreises.',
    )
    expect(told('2026-11-30T09:00:00Z')).toContain('Eine Stornierung kostet 50\u00A0% des Gesamtpreises.')
    expect(told('2026-12-02T09:00:00Z')).not.toContain('torn')
  })

  test('tells price, deposit and what remains', () => {
    expect(text).toContain('Gesamtpreis inkl. MWST: CHF\u00A0315.00')
    expect(text).toContain('Angezahlt: CHF\u00A0157.50')
    expect(text).toContain('Rest bei Rückgabe: CHF\u00A0157.50')
  })

  test('says the same in HTML and in plain text, with the private link in both', () => {
    for (const part of ['R-2026-00042', 'CHF\u00A0315.00', url, 'Alpenmobil AG']) {
      expect(text).toContain(part)
      expect(html).toContain(part)
    }
  })

  test.each([
    ['de', 'Uns schreiben'],
    ['fr', 'Nous écrire'],
    ['it', 'Scriverci'],
    ['en', 'Write to us'],
  ])('leads in %s to the conversation in the portal', (locale, label) => {
    const letter = letterOf('reservation_confirmed', { locale })
    const conversation = `${url}/messages?lang=${locale}`
    expect(letterText(letter)).toContain(`${label}:\n${conversation}`)
    expect(letterHtml(letter, locale)).toMatch(
      new RegExp(`href="${conversation.replace('?', '\\?')}"[^>]*>${label}<`),
    )
  })

  test('has colours of its own on dark pages, in Outlook too, and breaks every word that is longer than its line', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    const dark = /@media \(prefers-color-scheme:dark\)\{(.*?\})\}/.exec(html)?.[1] ?? ''
    for (const part of ['.page', '.sheet', '.ink', '.quiet']) {
      expect(dark).toContain(part)
      expect(html).toContain(`[data-ogsc] ${part}`)
    }
    for (const [block] of html.matchAll(/<(?:p dir|td class="(?:ink|quiet)")[^>]*>/g))
      expect(block).toContain('overflow-wrap:anywhere')
    expect(html.match(/table-layout:fixed/g)).toHaveLength(2)
  })

  test('mentions no VAT where the company has none', () => {
    const withoutVat = letterOf('reservation_confirmed', { price: { vat: [] } })
    expect(letterText(withoutVat)).toContain('Gesamtpreis: CHF\u00A0315.00')
    expect(letterText(withoutVat)).not.toMatch(/MWST/)
  })

  test('is in the language of the reservation', () => {
    const subjects = LANGUAGES.map((locale) => letterOf('reservation_confirmed', { locale }).subject)
    expect(new Set(subjects).size).toBe(LANGUAGES.length)
  })

  test('fits a short message', () => {
    expect(confirmationSms()).toBe(
      `Alpenmobil AG: Reservation R-2026-00042 bestätigt. Abholung Di, 1. Dez. 2026, 10:00, Zürich HB, Bahnhofplatz 1, 8001 Zürich. ${url}?lang=de`,
    )
  })
})

describe('other letters', () => {
  test('a refund names the full amount', () => {
    const change = { payment: { status: 'refunded', amount_rappen: 15_750 }, locale: 'en' }
    expect(letterText(letterOf('reservation_refunded', change))).toContain(
      'refunding CHF\u00A0157.50 in full',
    )
  })

  test('a cancellation names the reservation', () => {
    expect(letterOf('reservation_cancelled', { locale: 'fr' }).subject).toContain('R-2026-00042')
  })

  test('a cancellation tells what was given back and what was kept', () => {
    const told = (ended: object) => letterText(letterOf('reservation_cancelled', { ended }))
    expect(told({ refund_rappen: 5_000, fee_rappen: 6_210 })).toMatch(
      /Zurückerstattet: CHF\u00A050\.00\s+Stornogebühr: CHF\u00A062\.10/,
    )
    expect(told({ refund_rappen: 0, fee_rappen: 0 })).not.toContain('CHF')
  })

  test('an invitation names who invites, as what and until when', () => {
    const letter = invitationLetter(
      {
        email: 'neu@alpenmobil.test',
        role: 'staff',
        company: 'Alpenmobil AG',
        language: 'it',
        invitedBy: 'Nora Frei',
        token: 't',
        expiresAt: new Date('2026-11-28T09:00:00Z'),
        timeZone: 'Europe/Zurich',
        open: true,
      },
      'https://crms.example/invitation/t',
    )
    const text = letterText(letter)
    expect(text).toContain('Nora Frei')
    expect(text).toContain('Ruolo: Collaborazione')
    expect(text).toContain('28 nov 2026')
  })

  test.each(['de', 'fr', 'it', 'en'] as const)(
    'a request to pay says how much is open and where to pay, in %s',
    (language) => {
      const facts = PaymentRequestFacts.parse({
        number: 'F-2026-00007',
        currency: 'CHF',
        locale: language,
        due_on: '2026-11-20',
        open_rappen: 41_250,
        slug: 'alpenmobil',
        token: 't',
        accent_color: '#0f766e',
        creditor: { name: 'Alpenmobil AG', email: 'info@alpenmobil.test', phone: null },
        customer: { id: 'c', name: 'Anna Müller', email: 'anna@example.ch' },
      })
      const texts = REQUEST_REASONS.map((reason) =>
        letterText(paymentRequestLetter(facts, builtInMail(`payment_${reason}`, language))),
      )
      for (const text of texts) {
        expect(text).toContain('F-2026-00007')
        expect(text).toContain('412.50')
        expect(text).toContain('http://alpenmobil.localhost:3000/pay/t')
      }
      expect(new Set(texts).size).toBe(REQUEST_REASONS.length)
    },
  )

  test('a document says what it is and carries its checksum; its file has a plain name', () => {
    const facts: DocumentMailFacts = {
      language: 'de',
      number: 'RE/2026 "7"\r\n',
      sha256: 'f'.repeat(64),
      payPage: null,
      customer: { id: 'c', name: 'Anna Müller', email: null },
      sender: { name: 'Alpenmobil AG', accentColor: '#0f766e', contact: [] },
    }
    expect(letterText(documentLetter(facts, builtInMail('document_invoice', 'de')))).toContain('f'.repeat(64))
    expect(attachmentName(facts)).toBe('RE-2026-7-.pdf')
  })
})

describe('whatever a name holds, it stays text', () => {
  test('no markup comes through', () => {
    const name = '<img src=x onerror=alert(1)> & "Söhne" \' </title>'
    const html = letterHtml(
      letterOf('reservation_confirmed', { customer: { ...answer.customer, name } }),
      'de',
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Söhne&quot; &#39;')
  })

  test('a button leads nowhere but where it was told', () => {
    const { blocks, ...letter } = letterOf('reservation_confirmed')
    const button = { kind: 'button' as const, label: 'x', url: 'https://x.example/"onclick="a()' }
    const html = letterHtml({ ...letter, blocks: [...blocks, button] }, 'de')
    expect(html).not.toContain('"onclick="')
  })

  test('where a category was booked, the vehicle is an example and no promise', () => {
    const open = { vehicle_fixed: false }
    expect(reservationFacts(open).vehicle).toBe('Kombi, z. B. Škoda Octavia Combi oder ähnlich')
    expect(reservationFacts({ ...open, locale: 'fr' }).vehicle).toBe(
      'Break, p. ex. Škoda Octavia Combi ou similaire',
    )
  })

  test('a colour that is none paints nothing else', () => {
    const sender = { ...reservationFacts().sender, accentColor: 'red;}body{display:none' }
    expect(letterHtml({ ...letterOf('reservation_confirmed'), sender }, 'de')).not.toContain('red;')
  })

  test('a short message is one line and a fact of a letter is one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 60 }), (text) => {
        const model = `A${text}\r\nBcc: evil@example.com\u2028x`
        const change = {
          vehicle: { make: 'VW', model, category_names: { de: model } },
          vehicle_fixed: text.length % 2 === 0,
          company: { ...answer.company, name: model },
        }
        expect(confirmationSms(change)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(
          letterText(letterOf('reservation_confirmed', change))
            .split('\n')
            .filter((l) => /^Bcc/.test(l)),
        ).toEqual([])
      }),
    )
  })

  test.each([
    ['#0f766e', '#ffffff'],
    ['#ffd400', '#1f2328'],
    ['#7c3aed', '#ffffff'],
  ])('on %s the button is written in %s', (color, ink) => expect(inkOn(color)).toBe(ink))

  test.each([
    ['#0f766e', '#0f766e', false],
    ['#1f2328', '#1f2328', true],
    ['#fdfdfd', '#1f2328', false],
  ])('a button of %s has an edge of %s, and one of its own on dark pages: %s', (accentColor, edge, isDim) => {
    const letter = letterOf('reservation_confirmed')
    const html = letterHtml({ ...letter, sender: { ...letter.sender, accentColor } }, 'de')
    expect(html).toContain(`border:1px solid ${edge};border-radius:6px;background:${accentColor}`)
    expect(html.includes('<a class="dim"')).toBe(isDim)
  })
})
