-- Pictures of licences: who looks at one is noted, and ninety days after the contract's end the picture goes.

/* Notes in the trail that the caller looks at a licence's picture. Raises 404 `not_found` when there is none (any more). */
create function public.note_licence_view(p_photo_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.see');
begin
  if not exists (select from public.handover_photos where company_id = v_company and id = p_photo_id and private.is_licence(position) and purged_at is null) then
    perform private.fail(404, 'not_found');
  end if;
  insert into public.audit_log (company_id, actor_user_id, actor_kind, table_name, record_id, action)
  values (v_company, auth.uid(), 'user', 'handover_photos', p_photo_id::text, 'read');
end $$;
grant execute on function public.note_licence_view(uuid) to authenticated;

/* Licence pictures whose time is over, the longest overdue first: ninety days after the contract was closed or cancelled. */
create function public.due_licence_photos(p_limit int default 100)
returns table (company_id uuid, id uuid, storage_path text, thumbnail_path text)
language sql stable security definer set search_path = '' as $$
  select p.company_id, p.id, p.storage_path, p.thumbnail_path
  from public.handover_photos p
  join public.handovers h on h.company_id = p.company_id and h.id = p.handover_id
  join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
  where private.is_licence(p.position) and p.purged_at is null
    and coalesce(c.closed_at, case when c.status = 'cancelled' then c.updated_at end) < now() - interval '90 days'
  order by c.closed_at, p.id limit least(greatest(p_limit, 1), 500)
$$;

/* Notes that a picture's files are gone. Only what is due counts; safe to repeat. */
create function public.mark_licence_purged(p_company_id uuid, p_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.handover_photos p set purged_at = now()
  where p.company_id = p_company_id and p.id = p_id and exists (select from public.due_licence_photos(500) d where d.company_id = p.company_id and d.id = p.id)
$$;
grant execute on function public.due_licence_photos(int), public.mark_licence_purged(uuid, uuid) to service_role;
