import { expect, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database, () =>
  database.asPostgres((sql) =>
    sql.unsafe(`
      create function public.kind_of(p_value jsonb) returns text language sql as $$ select jsonb_typeof(p_value) $$;
      create table public.notes (id int primary key, content jsonb not null);
      grant execute on function public.kind_of(jsonb) to anon;
      grant insert, select on public.notes to anon;
    `),
  ),
)

test('an object stays an object on its way into a function', async () => {
  expect((await gateway.client().rpc('kind_of', { p_value: { a: [1] } })).data).toBe('object')
  expect((await gateway.client().rpc('kind_of', { p_value: [1, 2] })).data).toBe('array')
})

test('an object stays an object on its way into a table', async () => {
  const content = { text: '"quoted"', list: [1, null] }
  const { data } = await gateway.client().from('notes').insert({ id: 1, content }).select('content').single()
  expect(data).toEqual({ content })
})
