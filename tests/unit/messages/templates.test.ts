import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '@/lib/messages/languages'
import { letterHtml } from '@/lib/messages/letter-html'
import { letterFrom, shortMessage } from '@/lib/messages/letters/from-template'
import { plainSigns, smsLength } from '@/lib/messages/sms-length'
import { builtInMail, builtInSms } from '@/lib/messages/templates/built-in'
import { channelsOf, EVENT_NAMES, type TemplateEvent } from '@/lib/messages/templates/events'
import { filled, problemsOf } from '@/lib/messages/templates/fill'
import { previewLetter, previewOf, previewText } from '@/lib/messages/templates/preview'
import { answer } from './facts'

const mail = (change: object = {}) => ({
  subject: 'Reservation {{number}}',
  heading: 'Bis bald',
  body: 'Guten Tag {{customer}}\n\nWir freuen uns.',
  closing: '',
  button: 'Ansehen',
  ...change,
})
const sender = { name: 'Alpenmobil AG', accentColor: '#0f766e', contact: [] }
const company = { ...answer.company, currency: 'CHF' }
const now = new Date('2026-11-29T10:00:00Z')

describe('a template is filled', () => {
  test('in one pass: what a customer calls themselves is no template', () => {
    const values = { customer: '{{link}} {{code}}', link: 'https://x.example' }
    expect(filled('Guten Tag {{ customer }}.', values)).toBe('Guten Tag {{link}} {{code}}.')
  })

  test('with nothing for a name that is no variable, whatever that name means to a machine', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'x.y', '']) {
      expect(filled(`a{{${name}}}b`, { customer: 'Anna' })).toBe('ab')
    }
  })

  test('without the brackets of what nobody knows', () => {
    const text = 'Rufen Sie uns an ({{phone}}) oder antworten Sie ({{number}}, {{phone}}).'
    expect(filled(text, { number: 'R-1', phone: '+41 44 000 00 00' })).toBe(
      'Rufen Sie uns an (+41 44 000 00 00) oder antworten Sie (R-1, +41 44 000 00 00).',
    )
    expect(filled('Rufen Sie uns an ({{phone}}) oder antworten Sie.', {})).toBe(
      'Rufen Sie uns an oder antworten Sie.',
    )
  })

  test.each([
    '\r\nBcc: evil@example.com',
    '\u2028x',
    '\n\nNeuer Absatz',
    '\u0085',
    '\u001b[2J',
    '\u202egpj',
    '\u2067x',
  ])('so that no value begins a line, a header or a paragraph (%#)', (nasty) => {
    const customer = `A${nasty}`
    const letter = letterFrom(mail({ subject: 'An {{customer}}' }), { customer }, { sender })
    expect(letter.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    expect(letter.blocks).toHaveLength(2)
    expect(shortMessage({ body: '{{customer}}' }, { customer })).not.toMatch(
      /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u,
    )
  })

  test('as text: markup of a template or of a value stays text', () => {
    const texts = mail({ body: '<b>Guten Tag</b> {{customer}}' })
    const html = letterHtml(letterFrom(texts, { customer: '<img src=x>' }, { sender }), 'de')
    expect(html).toContain('&lt;b&gt;Guten Tag&lt;/b&gt; &lt;img src=x&gt;')
  })

  test('with paragraphs where lines are empty, and without lines that say nothing', () => {
    const letter = letterFrom(mail({ body: 'A\n{{link}}\nB\n\n\nC' }), {}, { sender })
    expect(letter.blocks).toEqual([
      { kind: 'paragraph', lines: ['A', 'B'] },
      { kind: 'paragraph', lines: ['C'] },
    ])
  })
})

describe('a template is checked', () => {
  test.each([
    [
      'an unknown variable',
      { body: 'Guten Tag {{vorname}}' },
      { field: 'body', rule: 'variable', variable: 'vorname' },
    ],
    [
      'what no variable is',
      { body: '{{constructor}}' },
      { field: 'body', rule: 'variable', variable: 'constructor' },
    ],
    [
      'a variable of another event',
      { body: '{{code}}' },
      { field: 'body', rule: 'variable', variable: 'code' },
    ],
    ['braces that do not close', { heading: 'Hallo {{customer}' }, { field: 'heading', rule: 'braces' }],
    [
      'a header that would begin another',
      { subject: 'Hallo\r\nBcc: x@example.com' },
      { field: 'subject', rule: 'line' },
    ],
    ['a subject that is missing', { subject: ' ' }, { field: 'subject', rule: 'length' }],
    ['a text that is too long', { closing: 'x'.repeat(4_001) }, { field: 'closing', rule: 'length' }],
  ])('for %s', (_, change, problem) =>
    expect(problemsOf('day_before', 'email', mail(change))).toEqual([problem]),
  )

  test('for what a short message must say', () => {
    expect(problemsOf('key_box', 'sms', { body: '{{company}}: Code folgt' })).toEqual([
      { field: 'body', rule: 'required', variable: 'code' },
    ])
    expect(problemsOf('key_box', 'sms', { body: 'Code {{code}}' })).toEqual([
      { field: 'body', rule: 'required', variable: 'company' },
    ])
  })
})

describe('the built-in words', () => {
  test('are templates themselves, in every language', () => {
    for (const event of EVENT_NAMES)
      for (const language of LANGUAGES) {
        expect(problemsOf(event, 'email', builtInMail(event, language))).toEqual([])
        const sms = builtInSms(event, language)
        expect(sms !== null).toBe(channelsOf(event).includes('sms'))
        if (sms) expect(problemsOf(event, 'sms', sms)).toEqual([])
      }
  })

  test('of short messages stay in the alphabet of the network, in every language', () => {
    for (const event of EVENT_NAMES)
      for (const language of LANGUAGES) {
        const body = builtInSms(event, language)?.body ?? ''
        expect([language, event, plainSigns(body), smsLength(plainSigns(body)).isPlain]).toContain(true)
      }
  })

  test('that ask to call say which number: of the place, else of the company, and are sentences without one', () => {
    const place = (phone: string | null) => ({ ...answer.pickup_location, phone })
    const told = (event: TemplateEvent, language: Language, change: object) => {
      const reservation = { ...answer, ...change }
      const draft = { event, language, channel: 'email' as const, texts: builtInMail(event, language) }
      const letter = previewLetter(draft, { company, reservation }, now)
      const text = previewText(
        { ...draft, channel: 'sms', texts: builtInSms(event, language) ?? { body: '-' } },
        { company, reservation },
        now,
      )
      return { mail: JSON.stringify(letter.blocks), text }
    }
    const places = { pickup_location: place('+41431111111'), return_location: place('+41432222222') }
    for (const language of LANGUAGES)
      for (const [event, number] of [
        ['vehicle_late', '+41 43 111 11 11'],
        ['on_the_way', '+41 43 111 11 11'],
        ['return_overdue', '+41 43 222 22 22'],
        ['vehicle_returned', '+41 43 222 22 22'],
      ] as const) {
        const ofPlace = told(event, language, places)
        expect(ofPlace.mail).toContain(`(${number})`)
        const ofCompany = told(event, language, {})
        expect(ofCompany.mail).toContain('(+41 44 000 00 00)')
        const ofNobody = told(event, language, { company: { ...answer.company, phone: null } })
        expect(ofNobody.mail).not.toMatch(/\(\s*\)|\+41| [.,]/)
        if (event === 'vehicle_returned') continue
        expect(ofPlace.text).toContain(`(${number})`)
        expect(smsLength(ofPlace.text).segments).toBeLessThanOrEqual(2)
        expect(ofNobody.text).not.toMatch(/\(\s*\)|\+41| [.,]/)
      }
  })

  test('of a short message about a vehicle that nobody keeps promise nothing else', () => {
    for (const language of LANGUAGES) {
      const [held, open] = (['waiting_offer_held', 'waiting_offer_open'] as const).map(
        (event) => builtInSms(event, language)?.body,
      )
      expect(open).not.toBe(held)
      expect(open).toMatch(
        /nicht für Sie reserviert|pas réservé pour vous|Non è riservato per Lei|not kept for you/,
      )
    }
  })

  test('address customers in Italian with capitals, and their buttons in one form', () => {
    for (const event of EVENT_NAMES) {
      const mail = builtInMail(event, 'it')
      const sms = builtInSms(event, 'it')?.body ?? ''
      const said = [...Object.values(mail), sms].join(' ')
      expect(said).not.toMatch(/\b(?:sua|suo|sue|suoi|lei)\b|\be la avvis|accoglierla/)
      expect(mail.button).toMatch(/^\p{Lu}\p{L}*(?:are|ere|ire)\b/u)
    }
  })

  test('can be looked at before there is a reservation, and with one', () => {
    for (const event of EVENT_NAMES)
      for (const language of LANGUAGES) {
        const draft = { event, channel: 'email' as const, language, texts: builtInMail(event, language) }
        for (const reservation of [null, answer]) {
          const preview = previewOf(draft, { company, reservation }, now)
          expect(JSON.stringify(preview)).not.toMatch(/\{\{|undefined|Invalid|NaN/)
        }
      }
  })

  test('never show a private link to whoever writes templates', () => {
    const texts = { body: '{{company}} {{link}}' }
    const draft = {
      event: 'reservation_confirmed' as const,
      channel: 'sms' as const,
      language: 'de' as const,
      texts,
    }
    const preview = previewOf(draft, { company, reservation: answer }, now)
    expect(JSON.stringify(preview)).not.toMatch(/aaaa|%E2/)
    // It counts like one that leaves, all the same.
    const sent = shortMessage(texts, {
      company: company.name,
      link: `http://alpenmobil.localhost:3000/portal/${'a'.repeat(64)}?lang=de`,
    })
    expect(preview).toMatchObject(smsLength(sent))
  })
})

test.each([
  ['ä'.repeat(160), 160, 1, true],
  ['ä'.repeat(161), 161, 2, true],
  ['€'.repeat(80), 160, 1, true],
  ['€'.repeat(81), 162, 2, true],
  [`${'a'.repeat(69)}ç`, 70, 1, false],
  [`${'a'.repeat(70)}„`, 71, 2, false],
  ['🚗'.repeat(35), 70, 1, false],
  ['🚗'.repeat(36), 72, 2, false],
  ['', 0, 1, true],
  // No sign is cut in two.
  [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 305, 2, true],
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 306, 3, true],
  [`${'ç'.repeat(66)}🚗${'ç'.repeat(66)}`, 134, 3, false],
  ['👩‍👧‍👦'.repeat(9), 72, 2, false],
  ['سيارة '.repeat(12), 72, 2, false],
])(
  'the parts of a short message are counted as the network counts them (%#)',
  (text, characters, segments, isPlain) => expect(smsLength(text)).toEqual({ characters, segments, isPlain }),
)

test('a short message leaves in signs of the network’s alphabet where there are such', () => {
  const customer = 'Zoé “Zozo” d’Arc – «Zo»…\u00A01’000\u202Fm'
  const text = shortMessage({ body: '{{customer}}' }, { customer })
  expect(text).toBe(`Zoé "Zozo" d'Arc - "Zo"... 1'000 m`)
  expect(smsLength(text).isPlain).toBe(true)
})
