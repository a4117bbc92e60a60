import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import sharp from 'sharp'
import { demoPassword } from './people.ts'

/** A star of light and the company's name. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="120" viewBox="0 0 560 120">
  <path d="M60 6 L70 50 L114 60 L70 70 L60 114 L50 70 L6 60 L50 50 Z" fill="#8b5cf6"/>
  <g fill="none" stroke="#6d28d9" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">
    <path d="M176 46 a22 22 0 1 0 4 26 h-20"/><path d="M204 28 v64"/><path d="M252 60 a16 16 0 1 0 0 16 m0 -24 v40"/>
    <path d="M276 92 v-40 m0 14 a15 15 0 0 1 30 0 v26"/><path d="M326 52 h28 l-28 40 h28"/>
    <path d="M372 52 l10 40 l11 -32 l11 32 l10 -40"/><path d="M430 72 h33 a17 17 0 1 0 -6 14"/><path d="M482 92 v-40 m0 17 a16 16 0 0 1 21 -16"/><path d="M520 28 v64 m24 -40 l-24 22 l26 18"/>
  </g></svg>`

/** A car under the lights of a wash, drawn: no photo of anybody else's. */
const HERO = `<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="960" viewBox="0 0 1920 960">
  <defs>
    <linearGradient id="night" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#1e1038"/><stop offset=".55" stop-color="#4c1d95"/><stop offset="1" stop-color="#c026d3"/></linearGradient>
    <linearGradient id="body" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f5f3ff"/><stop offset="1" stop-color="#8b5cf6"/></linearGradient>
    <linearGradient id="floor" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0f0720" stop-opacity=".2"/><stop offset="1" stop-color="#0f0720"/></linearGradient>
  </defs>
  <rect width="1920" height="960" fill="url(#night)"/>
  <g fill="#fff" opacity=".16"><path d="M260 0 h90 l420 960 h-150z"/><path d="M900 0 h60 l420 960 h-110z"/><path d="M1420 0 h120 l380 860 v100 h-90z"/></g>
  <rect y="640" width="1920" height="320" fill="url(#floor)"/>
  <g transform="translate(980 330)">
    <path d="M0 260 q-6 -86 90 -104 q70 -14 118 -66 q60 -64 176 -64 h96 q116 0 186 96 q96 8 130 46 q26 30 20 92 z" fill="url(#body)"/>
    <path d="M232 146 q50 -84 152 -84 h56 v86z M466 62 h22 q82 0 128 86 h-150z" fill="#2e1065" opacity=".85"/>
    <circle cx="168" cy="262" r="68" fill="#150a2b"/><circle cx="168" cy="262" r="34" fill="#ddd6fe"/>
    <circle cx="644" cy="262" r="68" fill="#150a2b"/><circle cx="644" cy="262" r="34" fill="#ddd6fe"/>
  </g>
  <g fill="#fff"><circle cx="420" cy="260" r="46" opacity=".14"/><circle cx="540" cy="170" r="22" opacity=".3"/><circle cx="700" cy="330" r="30" opacity=".18"/><circle cx="1560" cy="180" r="36" opacity=".2"/><circle cx="1700" cy="320" r="18" opacity=".35"/></g>
</svg>`

interface Place {
  supabaseUrl: string
  publishableKey: string
  email: string
  companyId: string
}

/** Gives a demo company a logo and a photo, as its settings would: files in storage, their names in the database. */
export async function hangPictures(
  place: Place,
  record: (work: (sql: Sql) => Promise<void>) => Promise<void>,
) {
  const token = await logIn(place)
  const logo = sharp(Buffer.from(LOGO))
  const hero = sharp(Buffer.from(HERO))
  const ids = { logo: randomUUID(), hero: randomUUID() }
  const put = (name: string, bytes: Buffer, type: string) => store(place, token, name, bytes, type)
  await put(`${ids.logo}-logo.png`, await logo.png().toBuffer(), 'image/png')
  await put(
    `${ids.logo}-print.png`,
    await logo.clone().flatten({ background: '#ffffff' }).png().toBuffer(),
    'image/png',
  )
  for (const width of [640, 1280, 1920]) {
    const bytes = await hero.clone().resize({ width }).webp({ quality: 72 }).toBuffer()
    await put(`${ids.hero}-${width}.webp`, bytes, 'image/webp')
  }
  await record(async (sql) => {
    await sql`select public.set_company_picture('logo', ${ids.logo}, 560, 120, 'any'), public.set_company_picture('hero', ${ids.hero}, 1920, 960)`
  })
}

async function logIn({ supabaseUrl, publishableKey, email }: Place): Promise<string> {
  const answer = await fetch(`${supabaseUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', apikey: publishableKey },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  if (!token) throw new Error(`Logging in as ${email} failed`)
  return token
}

async function store(place: Place, token: string, name: string, bytes: Buffer, type: string): Promise<void> {
  const path = `branding/${place.companyId}/branding/${name}`
  const answer = await fetch(`${place.supabaseUrl}/storage/v1/object/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, apikey: place.publishableKey, 'content-type': type },
    body: Uint8Array.from(bytes),
  })
  if (!answer.ok) throw new Error(`Storing ${name} failed: ${await answer.text()}`)
}
