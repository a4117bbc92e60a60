import { expect, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
// Two tables point at both sides, as payments and messages do at reservations and customers.
const gateway = gatewayOn(database, () =>
  database.asPostgres((sql) =>
    sql.unsafe(`
      create table public.guests (company_id int, id int, name text, primary key (company_id, id));
      create table public.visits (company_id int, id int, guest_id int, primary key (company_id, id),
        constraint visits_guest_fkey foreign key (company_id, guest_id) references public.guests (company_id, id));
      create table public.notes (company_id int, id int, guest_id int, visit_id int, text text, primary key (company_id, id),
        foreign key (company_id, guest_id) references public.guests (company_id, id),
        foreign key (company_id, visit_id) references public.visits (company_id, id));
      create table public.bills (like public.notes including all,
        foreign key (company_id, guest_id) references public.guests (company_id, id),
        foreign key (company_id, visit_id) references public.visits (company_id, id));
      insert into public.guests values (1, 1, 'Anna'), (1, 2, 'Luca');
      insert into public.visits values (1, 1, 2), (1, 2, 1);
      insert into public.notes values (1, 1, 2, 1, 'late');
      grant select on public.guests, public.visits, public.notes, public.bills to anon;
    `),
  ),
)

test.each([
  'id, guest:guests(name)',
  'id, guest:guests!visits_guest_fkey(name)',
  'id, guest:guests!inner(name)',
])('a parent over a composite key is clear: %s', async (select) => {
  const { data, error } = await gateway.client().from('visits').select(select).eq('id', 1).single()
  expect(error).toBeNull()
  expect(data).toEqual({ id: 1, guest: { name: 'Luca' } })
})

test('a parent within an embedded parent is clear as well', async () => {
  const { data } = await gateway
    .client()
    .from('notes')
    .select('text, visit:visits(id, guest:guests(name))')
    .single()
  expect(data).toEqual({ text: 'late', visit: { id: 1, guest: { name: 'Luca' } } })
})

test('children named by a composite key are those of their parent alone', async () => {
  const { data, error } = await gateway
    .client()
    .from('guests')
    .select('name, visits!visits_guest_fkey(id)')
    .order('id')
  expect(error).toBeNull()
  expect(data).toEqual([
    { name: 'Anna', visits: [{ id: 2 }] },
    { name: 'Luca', visits: [{ id: 1 }] },
  ])
})
