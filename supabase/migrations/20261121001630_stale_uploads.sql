-- Photos that a phone uploaded and never told us about: they hold what the camera wrote about place and person, and nobody waits for them any more.

/*
 * Uploads older than a phone's steps may be, the oldest first: whoever comes later uploads again. 14 days as in private.happened_at, and two more.
 */
create function public.stale_uploads(p_limit int default 100) returns table (path text, uploaded_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select o.name, o.created_at from storage.objects o where o.bucket_id = 'uploads' and o.created_at < now() - interval '16 days'
  order by o.created_at limit least(greatest(p_limit, 1), 500)
$$;
grant execute on function public.stale_uploads(int) to service_role;
