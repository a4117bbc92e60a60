import { randomUUID } from 'node:crypto'
import { addMember } from '../support/companies.ts'
import type { TestDatabase } from '../support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from '../support/fleet.ts'
import {
  bookAndPay,
  bookOnSite,
  driver,
  handOver,
  issueInvoice,
  newCustomer,
  type Period,
  startPickup,
  step,
} from '../support/rentals.ts'
import { hearFromStripe } from './stripe-world.ts'

/** A company that has lived: at least one row of its own in every table. */
export interface LivedInCompany extends RentalCompany {
  /** The token of a customer's private link. */
  customerToken: string
}

/** Two companies alike in everything, and nothing shared. */
export interface TwoCompanies {
  ours: LivedInCompany
  theirs: LivedInCompany
}

/** Makes both companies and lets each go through all that leaves a trace. */
export async function makeTwoCompanies(database: TestDatabase): Promise<TwoCompanies> {
  return { ours: await liveThrough(database, 'ours'), theirs: await liveThrough(database, 'theirs') }
}

async function liveThrough(database: TestDatabase, slug: string): Promise<LivedInCompany> {
  const company = await foundRentalCompany(database, slug)
  const slot = freeSlots(() => company)
  await addMember(database, company.companyId, 'staff')
  await database.as(
    company.owner,
    (sql) => sql`select public.invite_member(${`guest@${slug}.test`}, 'viewer')`,
  )

  const booking = await database.asAnon((sql) =>
    bookOnSite(sql, slug, {
      ...slot(),
      key: randomUUID(),
      customer: newCustomer(),
      extras: [{ extra_id: company.extras.child_seat, quantity: 1 }],
    }),
  )
  await issueInvoice(database, company, company.owner, slot())
  const waiting = await bookAndPay(database, company, slot())
  await database.as(
    company.owner,
    (sql) => sql`select public.change_reservation(${waiting.id}, ${sql.json({})})`,
  )
  await database.asAnon(
    (sql) => sql`select public.request_data_by_token(${slug}, ${booking.token}, 'erasure')`,
  )
  await checkIn(database, company, waiting.id, waiting.token)
  await writeGuide(database, company)
  await hangPictures(database, company)
  const refunded = await bookAndPay(database, company, slot())
  const opened = await bookAndPay(database, company, slot())
  await database.as(company.owner, async (sql) => {
    await sql`select public.announce_arrival(${opened.id}, 'pickup', now() + interval '20 minutes')`
    const { handoverId } = await startPickup(sql, opened.id)
    await sql`
      select public.add_handover_driver(${handoverId}, ${randomUUID()}, ${sql.json({ ...driver, last_name: 'Dritt', licence_number: '987654321002' })})`
  })
  await leaveEvidence(database, company, (await bookAndPay(database, company, slot())).id)
  await database.as(
    company.owner,
    (sql) => sql`select public.refund_payment(${refunded.payment?.id ?? ''}, 100, 'Kulanz')`,
  )
  await keepAccount(database, company, slot())
  await keepInShape(database, company, slot().vehicleId)
  await writePriceRules(database, company)
  await subscribe(database, company)
  await database.as(
    company.owner,
    (sql) => sql`
      insert into public.reservation_notes (company_id, reservation_id, text) values (${company.companyId}, ${waiting.id}, 'Kommt mit Hund')`,
  )
  await database.asAnon(
    (sql) => sql`
      select public.join_waiting_list_on_site(${slug}, now() + interval '250 days', now() + interval '251 days', ${sql.json(newCustomer())})`,
  )
  await readBankFile(database, company)
  await creditAndRemind(database, company)
  await writeByHand(database, company)
  await sellVoucher(database, company)
  await keepCash(database, company)
  await actAsWorker(database, company.companyId, waiting.id)
  await hearFromStripe(database, company.companyId)
  await talk(database, company, waiting)
  await database.as(
    company.owner,
    (sql) => sql`select public.save_view('reservations', 'Diese Woche', 'period=week', true)`,
  )
  return { ...company, customerToken: booking.token }
}

/** A customer who has written, and stopped short messages. */
async function talk(
  database: TestDatabase,
  { companyId, slug }: RentalCompany,
  { id, token }: { id: string; token: string },
) {
  await database.asAnon((sql) => sql`select public.write_by_token(${slug}, ${token}, 'Guten Tag')`)
  await database.asPostgres(
    (sql) => sql`
      insert into public.message_files (company_id, customer_id, message_id, status, content_type, bytes, storage_path)
      select company_id, customer_id, id, 'kept', 'image/jpeg', 1000, company_id || '/messages/x.jpg' from public.messages
      where company_id = ${companyId} and reservation_id = ${id} and channel = 'portal'`,
  )
  await askForExtra(database, { companyId, slug }, token)
  await signTerms(database, { companyId, slug }, { id, token })
  await database.asPostgres(
    (sql) => sql`
      update public.outbox set status = 'dead' where company_id = ${companyId} and topic = 'mail.reservation_confirmed'`,
  )
  await database.asPostgres(
    (sql) => sql`
      insert into public.channel_choices (company_id, customer_id, channel, address, choice, source)
      select company_id, customer_id, 'sms', '+41790000000', 'stop', 'keyword' from public.reservations where company_id = ${companyId} and id = ${id}`,
  )
}

/** Rental terms signed before the pickup. */
async function signTerms(
  database: TestDatabase,
  { companyId, slug }: Pick<RentalCompany, 'companyId' | 'slug'>,
  { id, token }: { id: string; token: string },
) {
  await database.asPostgres(async (sql) => {
    await sql`update public.companies set terms = '{"de": "Bedingungen"}' where id = ${companyId}`
    await sql`
      update public.reservations r set terms_version = c.terms_version from public.companies c where c.id = ${companyId} and r.company_id = c.id and r.id = ${id}`
  })
  await database.asAnon(
    (sql) => sql`
      select public.sign_terms_by_token(${slug}, ${token}, (public.terms_by_token(${slug}, ${token}, 'de') ->> 'version')::int, 'de', 'Anna Muster')`,
  )
}

/** An extra that waits for the desk's yes. */
async function askForExtra(
  database: TestDatabase,
  { companyId, slug }: Pick<RentalCompany, 'companyId' | 'slug'>,
  token: string,
) {
  await database.asPostgres(
    (sql) => sql`
      update public.extras set needs_approval = true where company_id = ${companyId} and code = 'child_seat'`,
  )
  await database.asAnon(
    (sql) => sql`
      select public.take_upsell_by_token(${slug}, ${token}, (offer ->> 'id')::uuid, 1, (offer #>> '{prices_rappen,0}')::bigint)
      from jsonb_array_elements(public.upsells_by_token(${slug}, ${token}) -> 'offers') as offer where (offer ->> 'needs_approval')::boolean limit 1`,
  )
}

/** A check-in form, answered with a file. */
async function checkIn(
  database: TestDatabase,
  { companyId, owner, slug }: RentalCompany,
  reservationId: string,
  token: string,
) {
  const fields = [
    { key: 'licence', kind: 'identity', labels: { de: 'Ausweis' }, required: true },
    { key: 'a', kind: 'text', labels: { de: 'A' }, required: false },
  ]
  await database.as(owner, (sql) => sql`select public.save_form('{"de": "Check-in"}', ${sql.json(fields)})`)
  await database.asAnon((sql) => sql`select public.save_checkin_by_token(${slug}, ${token}, '{"a": "x"}')`)
  await database.asService(
    (sql) =>
      sql`select public.add_form_file(${companyId}, ${reservationId}, 'licence', ${`${companyId}/checkin/x.jpg`}, 'image/jpeg', 1000, ${'f'.repeat(64)})`,
  )
}

/** A guide with a picture, and a message in words of its own. */
async function writeGuide(database: TestDatabase, { companyId, owner }: RentalCompany) {
  await database.as(owner, async (sql) => {
    const [photo] = await sql`
      select public.add_guide_photo(${`${companyId}/guides/x.jpg`}, 10, 10, 100) as id`
    const section = {
      key: 'a',
      titles: { de: 'A' },
      texts: { de: 'A' },
      photo_ids: [String(photo?.id)],
      paid: false,
    }
    await sql`select public.save_guide('{"de": "Anleitung"}', ${sql.json([section])})`
    await sql`select public.save_message_template('day_before', 'sms', 'de', '{"body": "{{company}} {{pickup_time}}"}')`
  })
}

/** A logo and a photo of the site. */
async function hangPictures(database: TestDatabase, { owner }: RentalCompany) {
  await database.as(
    owner,
    (sql) => sql`
      select public.set_company_picture(kind, gen_random_uuid()::text, 10, 10),
        public.set_model_photo((select id from public.vehicles order by plate limit 1), gen_random_uuid()::text, 10, 10)
      from unnest(array['logo', 'hero']) as kind`,
  )
}

/** A firm that rents on account, with everything that can be known of a customer. */
async function keepAccount(database: TestDatabase, { companyId, owner }: RentalCompany, period: Period) {
  await database.as(owner, async (sql) => {
    await sql`
      insert into public.custom_fields (company_id, key, names, kind) values (${companyId}, 'parking', '{"de": "Parkplatz"}', 'text')`
    const [firm] = await sql`
      select public.create_customer('{"kind": "firm", "firm_name": "Muster AG", "custom": {"parking": "12"}}') as id`
    const id = firm?.id
    await sql`insert into public.customer_notes (company_id, customer_id, text) values (${companyId}, ${id}, 'Zahlt pünktlich')`
    await sql`insert into public.customer_vehicles (company_id, customer_id, make, model) values (${companyId}, ${id}, 'Fiat', 'Panda')`
    await sql`insert into public.cost_centres (company_id, customer_id, code) values (${companyId}, ${id}, '4711')`
    await sql`insert into public.drivers (company_id, customer_id, first_name, last_name) values (${companyId}, ${id}, 'Beat', 'Fahrer')`
    await sql`select public.set_customer_account(${id}, '{"payment_terms_days": 20}')`
    await sql`
      select public.create_reservation(${period.startsAt}, ${period.endsAt}, p_category_id => (select category_id from public.vehicles group by 1 order by count(*) desc limit 1),
        p_customer_id => ${id}, p_account => '{"purchase_order": "PO 1"}')`
  })
}

/** A rental under way with photo, marks, a case of one of them, a signed addendum and an opened return. */
async function leaveEvidence(
  database: TestDatabase,
  { companyId, owner }: RentalCompany,
  reservationId: string,
) {
  const mark = randomUUID()
  await database.as(owner, async (sql) => {
    const { handoverId } = await startPickup(sql, reservationId)
    await sql`select public.mark_damage(${handoverId}, ${mark}, 'rear', 0.25, 0.5, 'dent', 'minor')`
  })
  const { contractId } = await handOver(database, owner, reservationId)
  const path = `${companyId}/handovers/${randomUUID()}.jpg`
  await database.asService(
    (sql) => sql`
      select public.seal_document(${companyId}, 'contract', ${contractId}, 'de', ${`${companyId}/contracts/${contractId}.pdf`}, ${'9'.repeat(64)}, 1000)`,
  )
  await database.as(owner, async (sql) => {
    await sql`select public.change_rental(${contractId}, '{}')`
    const signature = { name: 'Anna Muster', image_path: path, image_sha256: 'a'.repeat(64) }
    await sql`
      select public.sign_addendum((select id from public.reservation_changes where contract_id = ${contractId}), ${sql.json(signature)})`
    // Another one, which is still to be signed.
    await sql`select public.change_rental(${contractId}, '{}')`
    await sql`
      select public.open_damage_case((select vehicle_id from public.contracts where id = ${contractId}), array[${mark}]::uuid[], 5000)`
    await sql`
      select public.add_contract_driver(${contractId}, ${sql.json({ ...driver, last_name: 'Zweit', licence_number: '987654321001' })})`
    const [opened] = await sql`
      select public.start_return(${contractId}, ${sql.json(step())}) ->> 'handover_id' as id`
    await sql`
      select public.add_handover_photo(${opened?.id}, ${randomUUID()}, 'front', ${path}, ${path}, ${'b'.repeat(64)}, 1600, 1200, 300000, now())`
    await sql`
      select public.add_handover_photo(${opened?.id}, ${randomUUID()}, 'licence', ${path}, ${path}, ${'d'.repeat(64)}, 1600, 1200, 300000, now())`
    // A vehicle exchanged on the way, which nobody has recorded yet.
    await sql`
      select public.change_rental(${contractId}, jsonb_build_object('keep_price', true, 'vehicle_id', (
        select v.id from public.vehicles v where v.status = 'available' and not exists (
          select from public.allocations a where a.resource_id = v.id and a.active and upper(a.period) > now())
        -- Of the largest category, so that no other booking of this world is left without a vehicle.
        order by (select count(*) from public.vehicles o where o.category_id = v.category_id) desc, v.id limit 1)))`
    await sql`select public.mark_damage(${opened?.id}, ${randomUUID()}, 'left', 0.25, 0.5, 'scratch', 'minor', null, 100)`
  })
}

/** Work planned on a vehicle, its papers, and something due on each. */
async function keepInShape(database: TestDatabase, { companyId, owner }: RentalCompany, vehicleId: string) {
  await database.as(owner, async (sql) => {
    await sql`update public.vehicles set inspection_due_on = current_date`
    await sql`select public.plan_maintenance(${vehicleId}, 'tyres', now() + interval '200 days', now() + interval '201 days')`
    await sql`
      select public.add_vehicle_document(${vehicleId}, ${randomUUID()}, 'registration', 'Fahrzeugausweis', ${`${companyId}/vehicles/x.pdf`}, 'application/pdf', 1000, ${'e'.repeat(64)})`
  })
}

/** Money of which nobody knows whose it is: one payment waits, the other became a balance. */
async function readBankFile(database: TestDatabase, { owner }: RentalCompany) {
  await database.as(owner, async (sql) => {
    const file = { file_name: 'camt.xml', sha256: 'a'.repeat(64), format: 'camt.054.001.08' }
    const entries = [5_000, 7_000].map((amount_rappen) => ({
      key: randomUUID(),
      amount_rappen,
      currency: 'CHF',
      booked_on: '2026-11-20',
    }))
    await sql`select public.import_bank_file(${sql.json(file)}, ${sql.json(entries)})`
    await sql`
      select public.credit_bank_entry((select id from public.bank_entries where amount_rappen = 7000), (select customer_id from public.invoices limit 1))`
  })
}

/** The company's own subscription. */
async function subscribe(database: TestDatabase, { companyId, slug }: RentalCompany) {
  const period_ends_at = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString()
  const listed = [{ ref: `sub_${slug}`, plan: 'professional', state: 'active', period_ends_at }]
  await database.asService(async (sql) => {
    await sql`select public.keep_stripe_customer(${companyId}, ${`cus_${slug}`})`
    await sql`select public.apply_subscriptions(${companyId}, ${sql.json(listed)}, now())`
  })
}

/** A voucher that was sold, and used for a part of an invoice. */
async function sellVoucher(database: TestDatabase, { owner }: RentalCompany) {
  await database.as(
    owner,
    (sql) => sql`
      select public.redeem_voucher((select id from public.invoices where due_rappen > paid_rappen and status <> 'draft' order by created_at limit 1),
        public.issue_voucher(500, 'cash') ->> 'code')`,
  )
}

/** A part of the invoice credited, the rest reminded of. */
async function creditAndRemind(database: TestDatabase, { companyId, owner }: RentalCompany) {
  await database.as(
    owner,
    (sql) =>
      sql`select public.credit_invoice((select id from public.invoices where due_rappen > paid_rappen limit 1), 100, 'Kulanz')`,
  )
  await database.asPostgres(
    (sql) => sql`
      insert into public.invoice_reminders (company_id, invoice_id, level, fee_rappen)
      select company_id, id, 1, 0 from public.invoices where company_id = ${companyId} limit 1`,
  )
}

/** An invoice written by hand with a line credited, and a draft. */
async function writeByHand(database: TestDatabase, { owner }: RentalCompany) {
  await database.as(owner, async (sql) => {
    const lines = ['Reinigung', 'Schlüssel'].map((text) => ({
      text,
      quantity: 1,
      unit_rappen: 5_000,
      vat_bp: 810,
    }))
    const write = async () => {
      const [row] = await sql`
        select public.save_invoice_draft((select customer_id from public.invoices limit 1), ${sql.json({ lines })}) as id`
      return String(row?.id)
    }
    const invoice = await write()
    await sql`select public.issue_invoice_draft(${invoice})`
    await sql`
      select public.credit_invoice_lines(${invoice}, array(select id from public.invoice_lines where invoice_id = ${invoice} limit 1), 'Doppelt')`
    await write()
  })
}

/** A float put into the till, a day of the past that is closed, and a chart of one's own. */
async function keepCash(database: TestDatabase, { owner }: RentalCompany) {
  await database.as(owner, async (sql) => {
    const [till] = await sql`select id from public.locations limit 1`
    await sql`select public.record_cash_entry(${till?.id}, 'transfer', 10000, 'Wechselgeld')`
    await sql`select public.close_cash_day(${till?.id}, '2020-01-01', 0)`
    await sql`select public.set_account_numbers('{"revenue": "3200"}')`
  })
}

/** One of everything that changes a price, far enough from the other rows not to change theirs. */
async function writePriceRules(database: TestDatabase, { companyId, owner }: RentalCompany) {
  await database.as(owner, async (sql) => {
    await sql`
      insert into public.seasons (company_id, names, starts_on, ends_on, percent) values (${companyId}, '{"de": "Sommer"}', '2190-07-01', '2190-08-31', 20)`
    await sql`insert into public.weekday_surcharges (company_id, weekdays, percent) values (${companyId}, '{6}', 10)`
    await sql`insert into public.duration_discounts (company_id, from_days, percent) values (${companyId}, 300, 10)`
    await sql`insert into public.fees (company_id, kind, below_age, amount_rappen) values (${companyId}, 'young_driver', 21, 1500)`
    await sql`insert into public.closed_days (company_id, day, name) values (${companyId}, '2190-08-01', 'Bundesfeier')`
    await sql`insert into public.damage_prices (company_id, kind, minor_rappen) values (${companyId}, 'scratch', 18000)`
    await sql`insert into public.promo_codes (company_id, code, percent) values (${companyId}, 'SOMMER', 10)`
  })
}

/** What only our worker writes: sealed documents, messages, webhook events, stored files. */
async function actAsWorker(database: TestDatabase, companyId: string, reservationId: string) {
  await database.asService(async (sql) => {
    const event = `evt_${randomUUID()}`
    await sql`select public.seal_document(${companyId}, 'contract', ${reservationId}, 'de', ${`${companyId}/contracts/x.pdf`}, ${'c'.repeat(64)}, 1000)`
    await sql`select public.record_message(${companyId}, ${randomUUID()}, 'email', 'reservation_confirmed', 'a@b.ch', 'Betreff', 'Text', 're_1', null, ${reservationId})`
    await sql`select public.store_webhook_event('stripe', ${event}, 'charge.refunded', null, false, '{}')`
    await sql`select public.finish_webhook_event('stripe', ${event}, 'processed', ${companyId})`
  })
  await database.asPostgres(async (sql) => {
    await sql`select public.note_checkout_page(company_id, id, 'cs_open') from public.payments where company_id = ${companyId} and reservation_id = ${reservationId}`
    await sql`insert into public.deposit_holds (company_id, deposit_id) select company_id, id from public.deposits where company_id = ${companyId}`
    await sql`insert into storage.objects (bucket_id, name) values ('evidence', ${`${companyId}/handovers/x.jpg`})`
  })
}
