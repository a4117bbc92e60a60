-- Rental terms by version. What was agreed stays agreed: a reservation names the version its customer saw, its contract prints that text.
create table public.terms_versions (
  company_id uuid not null references public.companies (id),
  version    int not null check (version >= 0),
  terms      jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, version)
);
comment on table public.terms_versions is 'Every text the company''s terms ever had; written by the companies themselves through their settings, append-only. 0: before there were any.';
select private.guard_tenant_table('public.terms_versions', false);
create trigger terms_versions_append_only before update or delete on public.terms_versions for each row execute function private.refuse_change();
create policy "members see the terms of their contracts" on public.terms_versions for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.terms_versions to authenticated;

/* Trigger: other terms are another version; nobody sets the number by hand. */
create function private.raise_terms_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.terms_version := old.terms_version + case when new.terms is distinct from old.terms then 1 else 0 end;
  return new;
end $$;
create trigger companies_terms_version before update on public.companies for each row execute function private.raise_terms_version();

create function private.keep_terms_version() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.terms_versions (company_id, version, terms) values (new.id, new.terms_version, new.terms) on conflict do nothing;
  return null;
end $$;
create trigger companies_keep_terms after insert or update of terms on public.companies for each row execute function private.keep_terms_version();
