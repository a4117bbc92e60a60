-- What the team notes about a promise: dated, signed by its author, never rewritten. reservations.notes is what was said when it was booked.

create table public.reservation_notes (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  reservation_id uuid not null,
  text           text not null check (length(btrim(text)) between 1 and 5000),
  written_by     uuid references public.profiles (user_id) default auth.uid(),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
create index reservation_notes_reservation on public.reservation_notes (company_id, reservation_id, created_at);
create index reservation_notes_written_by on public.reservation_notes (written_by);
comment on table public.reservation_notes is 'Remarks for the team, from the booking to the end of the rental; only added to. They go when their customer has to be forgotten.';
select private.guard_tenant_table('public.reservation_notes');
create policy "members see notes of reservations" on public.reservation_notes for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('reservations.see')));
create policy "notes of reservations are written by those who may" on public.reservation_notes for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.can('reservations.edit')));
grant select, insert (company_id, reservation_id, text) on public.reservation_notes to authenticated;
