import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, inject } from 'vitest'
import { createGateway, type Gateway } from '../../../infrastructure/local/gateway/gateway.ts'
import type { TestDatabase } from './database.ts'

/** The Supabase gateway inside the test process, on the test file's database. */
export interface TestGateway {
  /** A request as it would come over the network. */
  fetch(pathname: string, init?: RequestInit): Promise<Response>
  /** `supabase-js` with the publishable key, or the given one; with a token as who holds it. `through` stands between it and every request. */
  client(key?: string, token?: string, through?: Through): SupabaseClient
  readonly publishableKey: string
  readonly secretKey: string
  readonly jwtSecret: string
}

type Through = (request: () => Promise<Response>) => Promise<Response>

const address = 'http://127.0.0.1:54321'

/** Serves the test file's database by the gateway; `prepare` runs before it looks at the schema. */
export function gatewayOn(database: TestDatabase, prepare?: () => Promise<unknown>): TestGateway {
  const storageFolder = mkdtempSync(path.join(tmpdir(), 'crms-storage-'))
  let gateway: Gateway | undefined
  const stack = () => inject('stack')

  beforeAll(async () => {
    await prepare?.()
    gateway = await createGateway({
      databaseUrl: database.url,
      gatewayUrl: address,
      siteUrl: stack().APP_URL ?? '',
      storageFolder,
      jwtSecret: stack().SUPABASE_JWT_SECRET ?? '',
      publishableKey: stack().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? '',
      secretKey: stack().SUPABASE_SECRET_KEY ?? '',
      resendUrl: stack().RESEND_BASE_URL ?? '',
      resendApiKey: stack().RESEND_API_KEY ?? '',
      mailFrom: 'CRMS <no-reply@crms.test>',
    })
  })
  afterAll(async () => {
    await gateway?.close()
    rmSync(storageFolder, { recursive: true, force: true })
  })

  const handle = (request: Request) => {
    if (!gateway) throw new Error('The gateway exists inside tests and hooks only.')
    return gateway.fetch(request, '127.0.0.1')
  }
  return {
    fetch: (pathname, init) => handle(new Request(new URL(pathname, address), init)),
    client: (
      key = stack().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? '',
      token,
      through: Through = (request) => request(),
    ) =>
      createClient(address, key, {
        ...(token && { accessToken: async () => token }),
        auth: { persistSession: false, autoRefreshToken: false },
        global: { fetch: (input, init) => through(() => handle(new Request(input, init))) },
      }),
    get publishableKey() {
      return stack().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? ''
    },
    get secretKey() {
      return stack().SUPABASE_SECRET_KEY ?? ''
    },
    get jwtSecret() {
      return stack().SUPABASE_JWT_SECRET ?? ''
    },
  }
}
