import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchTwilioMedia, mediaPath } from '@/lib/integrations/twilio/media'

/** What a customer sent by WhatsApp: asked of Twilio alone, and no further than it may lead. */
const id = (letters: string) => letters + 'a'.repeat(32)
const path = `/2010-04-01/Accounts/${id('AC')}/Messages/${id('MM')}/Media/${id('ME')}`
const asked: { url: string; authorization: string | null }[] = []
let answers: Response[] = []

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push({ url: String(url), authorization: new Headers(init.headers).get('authorization') })
    return answers.shift() as Response
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  asked.length = 0
})
const leadsTo = (location: string) => new Response(null, { status: 307, headers: { location } })

test('our credentials go to Twilio and not to where it keeps its files', async () => {
  answers = [leadsTo('https://mms.twiliocdn.com/x?sig=1'), new Response('photo')]
  expect((await fetchTwilioMedia(path, 100)).toString()).toBe('photo')
  expect(asked.map(({ url }) => new URL(url).host)).toEqual([
    new URL(asked[0]?.url ?? '').host,
    'mms.twiliocdn.com',
  ])
  expect(asked.map(({ authorization }) => authorization !== null)).toEqual([true, false])
})

test('a strange place, a missing file and one that is too large end there', async () => {
  for (const place of [
    'http://mms.twiliocdn.com/x',
    'https://169.254.169.254/',
    'https://twiliocdn.com.evil.example/',
    'file:///etc/passwd',
  ]) {
    answers = [leadsTo(place)]
    await expect(fetchTwilioMedia(path, 100)).rejects.toThrow('strange')
  }
  answers = [new Response(null, { status: 404 })]
  await expect(fetchTwilioMedia(path, 100)).rejects.toThrow('no longer')
  answers = [new Response('x'.repeat(101))]
  await expect(fetchTwilioMedia(path, 100)).rejects.toMatchObject({ code: 'too_large' })
  answers = [new Response(null, { status: 500 })]
  await expect(fetchTwilioMedia(path, 100)).rejects.toThrow('500')
})

test('of an address only a path of Twilio’s media is taken', async () => {
  expect(mediaPath(`https://api.twilio.com${path}`)).toBe(path)
  for (const wrong of [
    '',
    'x',
    `https://api.twilio.com${path}/../../x`,
    'https://evil.example/2010-04-01/',
    `https://api.twilio.com${path}?a`.replace('Media', 'Other'),
  ])
    expect(mediaPath(wrong), wrong).toBeNull()
  await expect(fetchTwilioMedia('/etc/passwd', 100)).rejects.toThrow('no medium')
})
