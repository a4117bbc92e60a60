import process from 'node:process'
import { App, setExperimental } from '@supabase/lite'
import postgres from 'postgres'
import { authMailTemplates } from './auth-mail-templates.ts'
import { GatewayConnection } from './connection.ts'
import { addTokenClaims, databaseClaimsHook } from './corrections/access-token-claims.ts'
import { resendMail } from './corrections/auth-mail.ts'
import { allowOtherOrigins } from './corrections/cross-origin.ts'
import { correctDatabaseError } from './corrections/database-errors.ts'
import { nameParentColumns, readParentColumns } from './corrections/embedded-parents.ts'
import { unwrapMultipartUpload } from './corrections/multipart-uploads.ts'
import { signUrls } from './corrections/signed-urls.ts'
import { unwrapSingleObject } from './corrections/single-object.ts'
import { fileObjectStore } from './object-store.ts'
import { type RequestScope, requestScope } from './request-scope.ts'

/** Everything the gateway has to know. */
export interface GatewayOptions {
  databaseUrl: string
  gatewayUrl: string
  siteUrl: string
  storageFolder: string
  jwtSecret: string
  publishableKey: string
  secretKey: string
  resendUrl: string
  resendApiKey: string
  mailFrom: string
}

/** Supabase's data API, auth and storage on our PostgreSQL, answering as the hosted ones do. */
export interface Gateway {
  fetch(request: Request, peerAddress: string | null): Promise<Response>
  close(): Promise<void>
}

/** Builds the gateway; it sees the functions and tables that exist at this moment, so migrate first. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  process.env.DO_NOT_TRACK = '1'
  setExperimental('storage', true)
  const connection = new GatewayConnection(options.databaseUrl)
  const app = new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000, external_url: options.gatewayUrl },
    auth: {
      enabled: true,
      site_url: options.siteUrl,
      additional_redirect_urls: [`${options.siteUrl}/**`],
      jwt_secret: options.jwtSecret,
      jwt_expiry: 3600,
      publishable_key: options.publishableKey,
      secret_key: options.secretKey,
      minimum_password_length: 10,
      email: {
        enable_confirmations: false,
        double_confirm_changes: true,
        otp_expiry: 3600,
        template: authMailTemplates(),
      },
    },
    storage: { enabled: true, file_size_limit: '50MiB' },
    options: {
      // Requests without a key would run as service_role.
      server: { admin: false, disableStudio: true },
      drivers: { email: resendMail({ ...options, from: options.mailFrom }) },
    },
  })
  app._storageAdapter = fileObjectStore(options.storageFolder)
  await app.init()
  const sql = postgres(options.databaseUrl, { max: 5, onnotice: () => undefined })
  const hook = databaseClaimsHook(sql)
  const parentColumns = await readParentColumns(sql)

  const answer = async (incoming: Request, scope: RequestScope, peerAddress: string | null) => {
    const request = nameParentColumns(await unwrapMultipartUpload(incoming), parentColumns)
    let response = await signUrls(request, async (single) => app.fetch(single, { peerAddress }))
    response = await correctDatabaseError(response, scope.databaseError)
    response = await unwrapSingleObject(request, response)
    response = await addTokenClaims(request, response, hook, options.jwtSecret)
    return allowOtherOrigins(request, response)
  }

  return {
    fetch(request, peerAddress) {
      const scope = {
        method: request.method,
        path: new URL(request.url).pathname,
        headers: Object.fromEntries(request.headers),
      }
      return requestScope.run(scope, () => answer(request, scope, peerAddress))
    },
    async close() {
      await Promise.all([connection.close(), sql.end({ timeout: 5 })])
    },
  }
}
