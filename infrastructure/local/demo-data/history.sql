-- A year of business for one company, made through the product's own functions and then moved back in time.
-- Expects: set crms.demo_company, crms.demo_owner, crms.demo_days (how far back, and a quarter of it ahead, two months at most), and the table demo_day of day.sql: what surrounds this very hour.
-- Deterministic: the same fleet gives the same year.
do $$
declare
  v_company uuid := current_setting('crms.demo_company')::uuid;
  v_owner uuid := current_setting('crms.demo_owner')::uuid;
  v_zone text := (select time_zone from public.companies where id = v_company);
  v_today timestamp := date_trunc('day', now() at time zone v_zone);
  v_firsts text[] := array['Anna','Luca','Mia','Noah','Lea','Elias','Laura','Matteo','Sara','Jonas','Nina','David','Elena','Simon','Julia','Marco','Sophie','Fabian','Chiara','Tim','Céline','Reto','Ursina','Beat','Zoé'];
  v_lasts text[] := array['Müller','Meier','Schmid','Keller','Weber','Huber','Schneider','Meyer','Steiner','Fischer','Gerber','Brunner','Baumann','Frei','Zimmermann','Moser','Widmer','Wyss','Graf','Roth','Bianchi','Favre','Rochat','Bernasconi','Caduff'];
  v_towns text[] := array['8001 Zürich','8400 Winterthur','8600 Dübendorf','8810 Horgen','6300 Zug','5400 Baden','8640 Rapperswil','8200 Schaffhausen','9000 St. Gallen','3011 Bern'];
  v_streets text[] := array['Bahnhofstrasse','Seestrasse','Dorfstrasse','Lindenweg','Kirchgasse','Birkenweg','Schulstrasse','Rosenweg'];
  v_customers uuid[] := '{}';
  v_firm uuid;
  v_month date;
  v_vehicle record;
  v_plan record;
  v_starts timestamp;
  v_ends timestamp;
  v_row public.reservations;
  v_contract uuid;
  v_invoice public.invoices;
  v_payment uuid;
  v_odometer int;
  v_driven int;
  v_fate text;
begin
  perform setseed(0.42);
  perform set_config('request.jwt.claims', jsonb_build_object('sub', v_owner, 'company_id', v_company, 'role', 'authenticated')::text, true);

  for i in 1..180 loop
    v_customers := v_customers || private.add_customer(v_company, jsonb_build_object(
      'first_name', v_firsts[1 + (i * 7) % 25], 'last_name', v_lasts[1 + (i * 11 + i / 25) % 25],
      'email', format('kunde%s@example.ch', i), 'phone', format('+4179%s', lpad((5550000 + i)::text, 7, '0')),
      'street', v_streets[1 + i % 8], 'house_number', (1 + i % 90)::text, 'postal_code', split_part(v_towns[1 + i % 10], ' ', 1),
      'town', substr(v_towns[1 + i % 10], 6), 'language', (array['de', 'de', 'de', 'en', 'fr', 'it'])[1 + i % 6], 'birth_date', date '1960-01-01' + i * 71));
  end loop;

  -- A firm that pays once a month for all it has rented.
  v_firm := private.add_customer(v_company, jsonb_build_object('kind', 'firm', 'firm_name', 'Planwerk Architektur AG', 'email', 'buchhaltung@planwerk.example', 'phone', '+41445550100',
    'street', 'Zollstrasse', 'house_number', '42', 'postal_code', '8005', 'town', 'Zürich', 'language', 'de'));
  perform public.set_customer_account(v_firm, '{"collective_invoice": true, "payment_terms_days": 30}');

  create temp table demo_plan (vehicle_id uuid, starts timestamptz, ends timestamptz, booked timestamptz, fate text, owes boolean not null default false) on commit drop;
  for v_vehicle in select v.id from public.vehicles v where v.company_id = v_company order by v.plate loop
    v_starts := v_today - make_interval(days => current_setting('crms.demo_days')::int) + make_interval(days => (random() * 6)::int, hours => 8 + (random() * 8)::int);
    while v_starts < v_today + make_interval(days => least(60, current_setting('crms.demo_days')::int / 4)) loop
      v_ends := date_trunc('day', v_starts) + make_interval(
        days => (array[1, 1, 2, 2, 3, 3, 4, 5, 7, 7, 10, 14])[1 + floor(random() * 12)::int], hours => 9 + floor(random() * 8)::int);
      insert into demo_plan values (v_vehicle.id, v_starts at time zone v_zone, v_ends at time zone v_zone,
        least(v_starts at time zone v_zone - make_interval(hours => 3 + (random() * 600)::int), now() - make_interval(mins => (random() * 4000)::int)));
      -- The further ahead, the emptier the calendar.
      v_starts := date_trunc('day', v_ends) + make_interval(hours => 8 + floor(random() * 9)::int, days =>
        1 + floor(random() * case when v_ends > v_today + interval '10 days' then 14 when v_ends > v_today - interval '6 days' then 10 else 4 end)::int);
    end loop;
  end loop;

  -- Around now nothing is left to chance: the day's vehicles do what day.sql says of them.
  delete from demo_plan p using demo_day d where d.vehicle_id = p.vehicle_id and p.starts < d.keeps_until and p.ends > d.keeps_from;
  insert into demo_plan (vehicle_id, starts, ends, booked, fate)
  select vehicle_id, starts, ends, least(starts, now()) - make_interval(hours => 20 + nth::int * 7), fate from demo_day where fate <> 'workshop';
  update demo_plan set owes = true, fate = 'closed' where ctid = any (array(
    select ctid from demo_plan where ends between now() - interval '60 days' and now() - interval '35 days' order by ends desc, vehicle_id limit 3));

  -- In the order of the pickups: no vehicle leaves before it is back.
  for v_plan in select p.*, row_number() over (order by starts, vehicle_id) as nth from demo_plan p order by starts, vehicle_id loop
    -- Plans made for empty tables scan them; fresh statistics more than halve the time.
    if v_plan.nth in (50, 200, 800) then
      analyze public.allocations, public.reservations, public.contracts, public.contract_lines, public.handovers, public.invoices, public.payments, public.ledger_entries;
    end if;
    v_row := private.reserve(v_company, jsonb_build_object('id', case when v_plan.nth % 24 = 5 and v_plan.ends < now() - interval '3 days' and not v_plan.owes then v_firm else v_customers[1 + (v_plan.nth * 13) % 180] end), (array['site', 'site', 'phone', 'walk_in'])[1 + v_plan.nth % 4]::public.reservation_source,
      jsonb_build_object('vehicle_id', v_plan.vehicle_id, 'starts_at', v_plan.starts, 'ends_at', v_plan.ends), null);
    v_fate := case when v_plan.fate is not null then v_plan.fate when v_plan.nth % 23 = 0 then 'cancelled' when v_plan.ends < now() and v_plan.nth % 97 = 0 then 'no_show'
      when v_plan.ends < now() then 'closed' when v_plan.starts < now() - interval '30 minutes' then 'active' else 'booked' end;
    v_payment := null;
    if v_row.source = 'site' and v_fate <> 'cancelled' then
      insert into public.payments (company_id, customer_id, reservation_id, purpose, method, status, amount_rappen, currency, settled_at)
      values (v_company, v_row.customer_id, v_row.id, 'booking_deposit', 'card', 'succeeded', v_row.booking_deposit_rappen, v_row.currency, v_plan.booked)
      returning id into v_payment;
      perform private.post(v_company, 'payment', v_payment::text, v_row.currency, jsonb_build_array(
        jsonb_build_object('account', 'stripe_clearing', 'amount_rappen', v_row.booking_deposit_rappen),
        jsonb_build_object('account', 'customer_prepayments', 'amount_rappen', -v_row.booking_deposit_rappen)));
    end if;
    if v_fate in ('cancelled', 'no_show') then
      update public.allocations set active = false where company_id = v_company and source_id = v_row.id;
      update public.reservations set status = v_fate::public.reservation_status, cancelled_at = v_plan.booked where company_id = v_company and id = v_row.id;
    elsif v_fate in ('closed', 'active') then
      v_contract := public.convert_reservation(v_row.id);
      select odometer_km into v_odometer from public.vehicles where company_id = v_company and id = v_row.vehicle_id;
      v_driven := ((v_row.price ->> 'included_km')::int * (0.4 + random() * 0.75))::int;
      insert into public.handovers (company_id, contract_id, kind, performed_by, odometer_km, fuel_percent, clean, completed_at)
      values (v_company, v_contract, 'pickup', v_owner, v_odometer, 100, true, v_plan.starts);
      update public.contracts set status = 'signed' where company_id = v_company and id = v_contract;
      update public.contracts set status = 'active', picked_up_at = v_plan.starts where company_id = v_company and id = v_contract;
      if v_fate = 'active' then
        update public.vehicles set status = 'rented' where company_id = v_company and id = v_row.vehicle_id;
      else
        insert into public.handovers (company_id, contract_id, kind, performed_by, odometer_km, fuel_percent, clean, completed_at)
        values (v_company, v_contract, 'return', v_owner, v_odometer + v_driven, 100, true, v_plan.ends);
        insert into public.contract_lines (company_id, contract_id, position, kind, code, quantity, unit_rappen, amount_rappen, vat_bp)
        select v_company, v_contract, 101, 'extra_km', 'extra_km', km, (v_row.price ->> 'extra_km_rappen')::bigint, km * (v_row.price ->> 'extra_km_rappen')::bigint,
          private.vat_rate(v_company, (v_plan.ends at time zone v_zone)::date)
        from (select v_driven - (v_row.price ->> 'included_km')::int as km) as over where km > 0;
        update public.contracts set status = 'returned', returned_at = v_plan.ends where company_id = v_company and id = v_contract;
        update public.vehicles set odometer_km = v_odometer + v_driven where company_id = v_company and id = v_row.vehicle_id;
        perform public.issue_invoice(v_contract);
        select * into v_invoice from public.invoices where company_id = v_company and contract_id = v_contract;
        if not v_plan.owes and (v_plan.ends < now() - interval '20 days' or v_plan.nth % 3 = 0) then
          if v_invoice.total_rappen > v_invoice.paid_rappen then
            perform public.record_payment(v_invoice.id, (array['bank_transfer', 'qr_bill'])[1 + v_plan.nth % 2]::public.payment_method,
              v_invoice.due_rappen - v_invoice.paid_rappen, least((v_plan.ends + interval '9 days')::date, private.today(v_company)));
          end if;
          perform public.close_contract(v_contract);
        end if;
      end if;
    end if;
  end loop;
  -- The firm's months before the last one are invoiced, and all but the latest of them paid.
  for v_month in
    select m::date from public.contracts c, generate_series(date_trunc('month', (select min(picked_up_at) from public.contracts where company_id = v_company)), v_today - interval '2 months', '1 month') as m
    where c.company_id = v_company and c.customer_id = v_firm group by m order by m
  loop
    perform private.issue_month(c, v_firm, (v_month + interval '1 month' - interval '1 day')::date) from public.companies c where c.id = v_company;
  end loop;
  perform public.record_payment(i.id, 'qr_bill', i.due_rappen - i.paid_rappen) from (select *, row_number() over (order by number desc) as nth from public.invoices
    where company_id = v_company and customer_id = v_firm and contract_id is null and due_rappen > paid_rappen) as i where i.nth > 1;
  -- What came back last is still dirty.
  update public.vehicles v set status = 'cleaning' from demo_day d where d.role = 'wash' and v.company_id = v_company and v.id = d.vehicle_id;
  perform set_config('request.jwt.claims', '', true);
end $$;

-- The same rows, moved to when they would have happened. Replica role: immutable rows stay immutable for everything else.
set local session_replication_role = replica;
with times as (
  select r.company_id, r.id, p.booked from public.reservations r join demo_plan p on p.vehicle_id = r.vehicle_id and p.starts = r.starts_at
) update public.reservations r set created_at = t.booked, updated_at = t.booked, confirmed_at = t.booked from times t where t.company_id = r.company_id and t.id = r.id;
-- Whoever rented drove with a licence that was looked at; key and papers went along, and came back.
insert into public.drivers (company_id, customer_id, first_name, last_name, birth_date, licence_number, licence_categories, licence_expires_on, verified_at)
select k.company_id, k.id, k.first_name, k.last_name, k.birth_date, lpad((row_number() over (order by k.number) * 7919 + 300000000)::text, 12, '0'), array['B', 'BE', 'C1', 'D1'],
  current_date + 700 + (row_number() over (order by k.number))::int * 17, min(c.picked_up_at)
from public.customers k join public.contracts c on c.company_id = k.company_id and c.customer_id = k.id
where k.company_id = current_setting('crms.demo_company')::uuid and k.kind = 'person' group by k.company_id, k.id;
update public.contracts c set driver_id = d.id from public.drivers d where d.company_id = c.company_id and d.customer_id = c.customer_id and c.company_id = current_setting('crms.demo_company')::uuid;
update public.handovers set checklist = '{"keys": 1, "accessories": ["registration", "triangle", "vest", "first_aid"]}', received_at = completed_at where company_id = current_setting('crms.demo_company')::uuid;
update public.contracts set created_at = picked_up_at, updated_at = coalesce(returned_at, picked_up_at) where company_id = current_setting('crms.demo_company')::uuid;
update public.payments p set settled_at = (p.received_on + time '10:00') at time zone 'Europe/Zurich', created_at = (p.received_on + time '10:00') at time zone 'Europe/Zurich'
where p.company_id = current_setting('crms.demo_company')::uuid and p.received_on is not null;
update public.payments set created_at = settled_at where company_id = current_setting('crms.demo_company')::uuid and received_on is null;
update public.invoices i set created_at = c.returned_at, issued_on = (c.returned_at at time zone 'Europe/Zurich')::date,
  due_on = (c.returned_at at time zone 'Europe/Zurich')::date + 30
from public.contracts c where c.company_id = i.company_id and c.id = i.contract_id and i.company_id = current_setting('crms.demo_company')::uuid;
update public.invoices i set created_at = m.day, issued_on = m.day, due_on = m.day + 30
from (select b.company_id, b.invoice_id, (date_trunc('month', max(b.service_to)) + interval '1 month')::date as day from public.contract_billings b group by 1, 2) as m
where m.company_id = i.company_id and m.invoice_id = i.id and i.contract_id is null and i.company_id = current_setting('crms.demo_company')::uuid;
update public.payments p set received_on = i.due_on - 2, settled_at = i.due_on - 2, created_at = i.due_on - 2 from public.invoices i
where i.company_id = p.company_id and i.id = p.invoice_id and p.purpose = 'invoice' and i.contract_id is null and i.company_id = current_setting('crms.demo_company')::uuid;

update public.contracts set closed_at = least(returned_at + interval '9 days', now()) where company_id = current_setting('crms.demo_company')::uuid and closed_at is not null;
update public.handovers h set created_at = completed_at - interval '20 minutes', updated_at = completed_at where company_id = current_setting('crms.demo_company')::uuid and completed_at is not null;
-- The chain of evidence, as it would have grown: a pickup's reading, then a return's.
update public.evidence_entries e set recorded_at = h.completed_at, created_at = h.completed_at, updated_at = h.completed_at
from public.handovers h where h.company_id = e.company_id and h.id = e.subject_id and e.company_id = current_setting('crms.demo_company')::uuid;
update public.evidence_entries e set own_sha256 = private.evidence_sha256(e) where e.position = 1 and e.company_id = current_setting('crms.demo_company')::uuid;
update public.evidence_entries e set previous_sha256 = p.own_sha256 from public.evidence_entries p
where p.company_id = e.company_id and p.contract_id = e.contract_id and p.position = 1 and e.position = 2 and e.company_id = current_setting('crms.demo_company')::uuid;
update public.evidence_entries e set own_sha256 = private.evidence_sha256(e) where e.position = 2 and e.company_id = current_setting('crms.demo_company')::uuid;
update public.contract_lines l set created_at = case when l.position > 100 then coalesce(c.returned_at, c.picked_up_at) else c.picked_up_at end
from public.contracts c where c.company_id = l.company_id and c.id = l.contract_id and c.company_id = current_setting('crms.demo_company')::uuid;
update public.access_links l set created_at = r.created_at from public.reservations r where r.company_id = l.company_id and r.id = l.reservation_id and r.company_id = current_setting('crms.demo_company')::uuid;
update public.allocations a set created_at = coalesce(r.created_at, c.created_at)
from public.allocations own left join public.reservations r on r.company_id = own.company_id and r.id = own.source_id
left join public.contracts c on c.company_id = own.company_id and c.id = own.source_id
where own.company_id = a.company_id and own.id = a.id and a.company_id = current_setting('crms.demo_company')::uuid and coalesce(r.id, c.id) is not null;
-- Nobody books before they are a customer; who never booked was added with the first of them.
update public.customers k set created_at = coalesce((select min(r.created_at) - interval '3 minutes' from public.reservations r
  where r.company_id = k.company_id and r.customer_id = k.id), now() - interval '1 year') where k.company_id = current_setting('crms.demo_company')::uuid;
update public.ledger_entries l set booked_at = t.at from (
    select company_id, id::text, 'payment' as kind, created_at as at from public.payments
    union all select company_id, id::text, 'invoice', created_at from public.invoices
    union all select company_id, id::text, 'prepayment', created_at from public.invoices) as t (company_id, id, kind, at)
where t.company_id = l.company_id and t.id = l.source_id and t.kind = l.source_kind and l.company_id = current_setting('crms.demo_company')::uuid;
update public.invoices i set updated_at = coalesce((select max(p.settled_at) from public.payments p where p.company_id = i.company_id and p.invoice_id = i.id), i.created_at)
where i.company_id = current_setting('crms.demo_company')::uuid;

-- Numbers follow the years in which things happened.
create temp table demo_numbers on commit drop as
  select 'reservation' as kind, 'R' as prefix, id, extract(year from created_at)::int as year, row_number() over (partition by extract(year from created_at) order by created_at, id) as nth
  from public.reservations where company_id = current_setting('crms.demo_company')::uuid
  union all select 'contract', 'M', id, extract(year from created_at)::int, row_number() over (partition by extract(year from created_at) order by created_at, id)
  from public.contracts where company_id = current_setting('crms.demo_company')::uuid
  union all select 'invoice', 'F', id, extract(year from issued_on)::int, row_number() over (partition by extract(year from issued_on) order by issued_on, id)
  from public.invoices where company_id = current_setting('crms.demo_company')::uuid;
update public.reservations set number = 'old-' || id where company_id = current_setting('crms.demo_company')::uuid;
update public.contracts set number = 'old-' || id where company_id = current_setting('crms.demo_company')::uuid;
update public.invoices set number = 'old-' || id where company_id = current_setting('crms.demo_company')::uuid;
update public.reservations r set number = format('R-%s-%s', n.year, lpad(n.nth::text, 5, '0')) from demo_numbers n where n.kind = 'reservation' and n.id = r.id and r.company_id = current_setting('crms.demo_company')::uuid;
update public.contracts r set number = format('M-%s-%s', n.year, lpad(n.nth::text, 5, '0')) from demo_numbers n where n.kind = 'contract' and n.id = r.id and r.company_id = current_setting('crms.demo_company')::uuid;
update public.invoices r set number = format('F-%s-%s', n.year, lpad(n.nth::text, 5, '0')),
  reference = coalesce(private.rental_reference(r.creditor ->> 'iban', (select c.number from public.contracts c where c.company_id = r.company_id and c.id = r.contract_id)),
    private.invoice_reference(r.creditor ->> 'iban', format('F-%s-%s', n.year, lpad(n.nth::text, 5, '0'))))
from demo_numbers n where n.kind = 'invoice' and n.id = r.id and r.company_id = current_setting('crms.demo_company')::uuid;
delete from public.number_sequences where company_id = current_setting('crms.demo_company')::uuid and kind in ('reservation', 'contract', 'invoice');
insert into public.number_sequences (company_id, kind, year, last_number)
select current_setting('crms.demo_company')::uuid, kind, year, max(nth) from demo_numbers group by kind, year;

-- The year's trail would say "today" a thousand times; history starts with the demo. Nothing of the past is mailed.
delete from public.audit_log where company_id = current_setting('crms.demo_company')::uuid
  and (table_name not in ('companies', 'memberships', 'vehicles') or (table_name = 'vehicles' and action = 'update'));
-- The company and its fleet were there before the first booking.
update public.audit_log set at = (select min(created_at) - interval '3 days' from public.reservations r where r.company_id = audit_log.company_id)
where company_id = current_setting('crms.demo_company')::uuid;
update public.companies c set created_at = (select min(created_at) - interval '3 days' from public.reservations r where r.company_id = c.id)
where id = current_setting('crms.demo_company')::uuid;
delete from public.outbox where company_id = current_setting('crms.demo_company')::uuid and topic <> 'location.locate';
set local session_replication_role = origin;
-- The search still knows the numbers as they were made.
select private.renew_search_of(company_id, id, null) from public.customers where company_id = current_setting('crms.demo_company')::uuid;
select public.mark_overdue_invoices();
-- Whoever paid in the last weeks was told that the money has arrived.
with told as (
  insert into public.outbox (company_id, topic, key, payload, status, attempts, run_at, done_at, created_at)
  select p.company_id, 'mail.payment_received', p.id::text,
    jsonb_strip_nulls(jsonb_build_object('payment_id', p.id, 'invoice_id', i.id, 'reservation_id', c.reservation_id)), 'done', 1, p.settled_at, p.settled_at, p.settled_at
  from public.payments p
  join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
  left join public.contracts c on c.company_id = i.company_id and c.id = i.contract_id
  where p.company_id = current_setting('crms.demo_company')::uuid and p.purpose = 'invoice' and p.status = 'succeeded'
    and p.method in ('card', 'twint', 'bank_transfer', 'qr_bill') and p.settled_at between now() - interval '30 days' and now()
  on conflict do nothing returning company_id, id, topic, payload, done_at
)
insert into public.messages (company_id, outbox_id, customer_id, reservation_id, channel, template, recipient, subject, body, status, created_at)
select t.company_id, t.id, k.id, (t.payload ->> 'reservation_id')::uuid, 'email', t.topic, k.email, 'Zahlung erhalten: ' || i.number,
  format(E'Ihre Zahlung ist da\n\nGuten Tag %s\nWir haben %s %s für %s erhalten. Vielen Dank.', k.name, p.currency, replace(to_char(p.amount_rappen / 100.0, 'FM999,990.00'), ',', ''''), i.number),
  'delivered', t.done_at
from told t
join public.payments p on p.company_id = t.company_id and p.id = (t.payload ->> 'payment_id')::uuid
join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
join public.customers k on k.company_id = p.company_id and k.id = p.customer_id
where k.email is not null;
