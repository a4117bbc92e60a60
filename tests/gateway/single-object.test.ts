import { expect, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database, () =>
  database.asPostgres((sql) =>
    sql.unsafe(`
      create table public.makers (id int primary key, name text not null);
      create table public.models (id int primary key, maker_id int not null references public.makers (id), name text not null);
      insert into public.makers values (1, 'Fiat');
      grant select, insert, update on public.makers, public.models to anon;
    `),
  ),
)

test('a write that returns an embedded relation answers one object where one was asked for', async () => {
  const { data, error } = await gateway
    .client()
    .from('models')
    .insert({ id: 1, maker_id: 1, name: 'Ducato' })
    .select('id, maker:makers(name)')
    .single()
  expect(error).toBeNull()
  expect(data).toEqual({ id: 1, maker: { name: 'Fiat' } })
})

test('more than one row is refused where one was asked for', async () => {
  const rows = [2, 3].map((id) => ({ id, maker_id: 1, name: `Panda ${id}` }))
  const { error, status } = await gateway
    .client()
    .from('models')
    .insert(rows)
    .select('id, maker:makers(name)')
    .single()
  expect(status).toBe(406)
  expect(error?.code).toBe('PGRST116')
})
