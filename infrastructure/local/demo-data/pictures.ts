import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sql } from 'postgres'
import sharp from 'sharp'
import { demoPassword } from './people.ts'

interface Place {
  supabaseUrl: string
  publishableKey: string
  email: string
  companyId: string
}

/** Drawn for the demo: nothing of anybody else's. */
const drawing = (slug: string, kind: 'logo' | 'hero') =>
  readFile(path.join(import.meta.dirname, 'pictures', `${slug}-${kind}.svg`))

/** Gives a demo company a logo and a photo, as its settings would: files in storage, their names in the database. */
export async function hangPictures(
  slug: string,
  place: Place,
  record: (work: (sql: Sql) => Promise<void>) => Promise<void>,
) {
  const token = await logIn(place)
  const logo = sharp(await drawing(slug, 'logo'))
  const hero = sharp(await drawing(slug, 'hero'))
  const { width, height } = await logo.metadata()
  const ids = { logo: randomUUID(), hero: randomUUID() }
  const put = (name: string, bytes: Buffer, type: string) => store(place, token, name, bytes, type)
  await put(`${ids.logo}-logo.png`, await logo.png().toBuffer(), 'image/png')
  await put(
    `${ids.logo}-print.png`,
    await logo.clone().flatten({ background: '#ffffff' }).png().toBuffer(),
    'image/png',
  )
  for (const size of [640, 960, 1280, 1920]) {
    const bytes = await hero.clone().resize({ width: size }).webp({ quality: 72 }).toBuffer()
    await put(`${ids.hero}-${size}.webp`, bytes, 'image/webp')
  }
  await record(async (sql) => {
    await sql`select public.set_company_picture('logo', ${ids.logo}, ${width}, ${height}, 'any'), public.set_company_picture('hero', ${ids.hero}, 1920, 960)`
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
