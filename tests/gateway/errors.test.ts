import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database, () =>
  database.asPostgres((sql) =>
    sql.unsafe(`
      create table public.slots (room int not null, period int4range not null, exclude using gist (room with =, period with &&));
      create function public.complain() returns void language plpgsql as $$ begin raise exception 'not today' using hint = 'tomorrow'; end $$;
      create function public.refuse() returns void language plpgsql as $$
        begin raise sqlstate 'PT409' using message = 'not_available', detail = '{"free": 2}'; end $$;
      grant insert, select on public.slots to anon;
      grant execute on function public.complain(), public.refuse() to anon;
    `),
  ),
)

beforeAll(async () => {
  await gateway.client().from('slots').insert({ room: 1, period: '[1,5)' })
})

test('a violated exclusion constraint answers as PostgREST does', async () => {
  const { error, status } = await gateway.client().from('slots').insert({ room: 1, period: '[4,9)' })
  expect(status).toBe(400)
  expect(error).toMatchObject({ code: '23P01', message: expect.stringContaining('slots_room_period_excl') })
  expect(error?.details).toContain('conflicts with existing key')
})

test('a plain "raise exception" is the caller’s fault, with its hint', async () => {
  const { error, status } = await gateway.client().rpc('complain')
  expect(status).toBe(400)
  expect(error).toMatchObject({ code: 'P0001', message: 'not today', hint: 'tomorrow', details: null })
})

test('an error of our own keeps its status, code and details', async () => {
  const { error, status } = await gateway.client().rpc('refuse')
  expect(status).toBe(409)
  expect(error).toMatchObject({ code: 'PT409', message: 'not_available', details: '{"free": 2}' })
})

test('an error that is not the database’s stays the gateway’s', async () => {
  const { error, status } = await gateway.client().from('no_such_table').select()
  expect(status).toBe(404)
  expect(error?.code).toBe('PGRST205')
})
