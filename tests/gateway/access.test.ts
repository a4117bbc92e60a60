import { expect, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database, () =>
  database.asPostgres((sql) =>
    sql.unsafe(`
      create table public.secrets (id int primary key);
      alter table public.secrets enable row level security;
      insert into public.secrets values (1);
      create table public.requests (headers jsonb default current_setting('request.headers')::jsonb, note text);
      grant insert on public.requests to anon;
      create function public.notes() returns setof public.requests language sql security definer as 'select * from public.requests';
      grant execute on function public.notes() to anon;
    `),
  ),
)

test('a request without a key is refused, wherever it comes from', async () => {
  const response = await gateway.fetch('/rest/v1/secrets?select=*')
  expect(response.status).toBe(401)
})

test('the grants stay as the migrations made them', async () => {
  const anonymous = gateway.client()
  expect((await anonymous.from('secrets').select()).error?.code).toBe('42501')
  const grants = await database.asPostgres(
    (sql) => sql`
      select grantee from information_schema.role_table_grants
      where table_schema = 'public' and table_name = 'secrets' and grantee in ('anon', 'authenticated', 'service_role')`,
  )
  expect(grants).toEqual([])
})

test('triggers and defaults see the headers of the request, for tables as for functions', async () => {
  const response = await gateway.fetch('/rest/v1/requests', {
    method: 'POST',
    headers: {
      apikey: gateway.publishableKey,
      'content-type': 'application/json',
      'x-request-id': 'abc-123',
    },
    body: '{"note":"hello"}',
  })
  expect(response.status).toBe(201)
  const { data } = await gateway.client().rpc('notes')
  expect(data[0].headers['x-request-id']).toBe('abc-123')
})

test('a browser on another origin may call auth, data and storage', async () => {
  for (const path of [
    '/auth/v1/token?grant_type=password',
    '/rest/v1/secrets',
    '/storage/v1/object/sign/a/b',
  ]) {
    const response = await gateway.fetch(path, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://alpenmobil.localhost:3000',
        'access-control-request-method': 'POST',
        'access-control-request-headers':
          'apikey,authorization,content-type,x-client-info,x-supabase-api-version',
      },
    })
    expect(response.status).toBeLessThan(300)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const allowed = response.headers.get('access-control-allow-headers')?.toLowerCase()
    for (const name of [
      'apikey',
      'authorization',
      'content-type',
      'x-client-info',
      'x-supabase-api-version',
    ]) {
      expect(allowed).toContain(name)
    }
  }
})
