import { expect, test } from 'vitest'
import { addressIn, filesOf, newText } from '@/lib/integrations/resend/transform'

const plain = (text: string) => newText({ text, html: null })

test('what a mail quotes is left out, in every language we write in', () => {
  for (const intro of [
    'Am Fr., 4. Dez. 2026 um 10:00 Uhr schrieb Alpenmobil <reply@crms.test>:',
    'On Fri, Dec 4, 2026 at 10:00 AM Alpenmobil <reply@crms.test> wrote:',
    'Le ven. 4 déc. 2026 à 10:00, Alpenmobil <reply@crms.test> a écrit :',
    'Il giorno ven 4 dic 2026 alle ore 10:00 Alpenmobil <reply@crms.test> ha scritto:',
    'On Fri, Dec 4, 2026 at 10:00 AM Alpenmobil Vermietung\n<reply@crms.test> wrote:',
    '-----Ursprüngliche Nachricht-----',
    '________________________________',
    'Von: Alpenmobil <reply@crms.test>',
  ])
    expect(plain(`Passt, danke.\n\nAnna\n\n${intro}\n> Guten Tag\n> …`), intro).toBe('Passt, danke.\n\nAnna')
})

test('a mail without a quote stays whole, also one that begins like one', () => {
  expect(plain('Am Montag schrieb ich Ihnen schon.\nGilt das noch?')).toBe(
    'Am Montag schrieb ich Ihnen schon.\nGilt das noch?',
  )
  expect(plain('> ja\n> nein\nnur das erste')).toBe('> ja\n> nein\nnur das erste')
})

test('a mail of HTML alone becomes text, without scripts and quotes', () => {
  const html =
    '<html><head><title>x</title></head><body><p>Guten&nbsp;Tag</p><div>3 &lt; 4 &amp; 5</div><script>alert(1)</script><blockquote>alt</blockquote></body></html>'
  expect(newText({ text: null, html })).toBe('Guten Tag\n3 < 4 & 5')
})

test('signs the database cannot hold are left out, and nothing at all is no fault', () => {
  expect(plain('a\0b')).toBe('ab')
  expect(newText({ text: null, html: null })).toBe('')
})

test('the address is what stands in the last brackets, in lower case', () => {
  expect(addressIn('Anna <Anna@Example.ch>')).toBe('anna@example.ch')
  expect(addressIn('"a@b <c@d>" <e@f.ch>')).toBe('e@f.ch')
  expect(addressIn(' x@y.ch ')).toBe('x@y.ch')
})

test('what somebody attached is taken, a signature’s logo and a seal are not', () => {
  const file = (content_type: string, size: number, content_disposition: string | null) => ({
    id: content_type + size,
    filename: null,
    size,
    content_type,
    content_disposition,
  })
  const kept = filesOf([
    file('image/png', 4_000, 'inline'),
    file('image/jpeg', 2_000_000, 'inline'),
    file('application/pdf', 900, 'attachment'),
    file('application/pkcs7-signature', 3_000, 'attachment'),
  ])
  expect(kept.map(({ size }) => size)).toEqual([2_000_000, 900])
})

test('what the database cannot hold is left out: NUL, and halves of signs', () => {
  expect(newText({ text: 'a\0b \ud83d c 🚗', html: null })).toBe('ab \ufffd c 🚗')
})
