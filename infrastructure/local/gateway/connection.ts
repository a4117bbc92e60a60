import { PostgresConnection } from '@supabase/lite/postgres'
import { type DatabaseError, requestScope } from './request-scope.ts'

type Database = PostgresConnection['kysely']

/** What the embedded API knows of the caller when it opens a transaction. */
interface CallerVariables {
  auth?: { role?: string; uid?: string; jwt?: Record<string, unknown> | null }
  storage?: { operation?: string }
}

const JSON_TYPES = [114, 3802]

/** The embedded API's connection to PostgreSQL, made to treat the database as hosted Supabase does. */
export class GatewayConnection extends PostgresConnection {
  constructor(url: string) {
    super({ url, postgresOptions: { max: 20, onnotice: () => undefined } })
    // Arguments of functions arrive as JSON text; the driver would put them into a string once more.
    for (const type of JSON_TYPES) this.driver.options.serializers[type] = asJsonText
    // On its first request the API would grant everything on every table to every role. Telling it
    // that row-level security is in place already keeps our grants as the migrations wrote them.
    Object.assign(this, { rlsState: 'active', applyJwtSessionContext })
  }

  /** Keeps the error for the correction that needs its code; the API drops most codes from its answer. */
  override normalizeDbError(error: unknown): unknown {
    const scope = requestScope.getStore()
    if (scope && isDatabaseError(error)) scope.databaseError = error
    return super.normalizeDbError(error)
  }
}

/**
 * Sets role, claims and `request.*` for the transaction as PostgREST does: for tables as well as for
 * functions, so that triggers know the request, and in one round trip instead of six.
 */
async function applyJwtSessionContext(database: Database, caller: CallerVariables): Promise<void> {
  const scope = requestScope.getStore()
  const role = caller.auth?.role ?? 'anon'
  const settings: Record<string, string> = {
    role,
    'request.jwt.claim.sub': String(caller.auth?.uid ?? ''),
    'request.jwt.claim.role': role,
    'request.jwt.claims': JSON.stringify(caller.auth?.jwt ?? { role }),
    'request.method': scope?.method ?? '',
    'request.path': scope?.path ?? '',
    'request.headers': JSON.stringify(scope?.headers ?? {}),
    'storage.operation': caller.storage?.operation ?? '',
  }
  await database
    .selectNoFrom((expression) =>
      Object.entries(settings).map(([name, value]) =>
        expression
          .fn('set_config', [expression.val(name), expression.val(value), expression.lit(true)])
          .as(name),
      ),
    )
    .execute()
}

function asJsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
