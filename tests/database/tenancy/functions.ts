import { randomUUID } from 'node:crypto'
import type { Sql } from '../support/database.ts'
import { fleetRows } from '../support/fleet.ts'
import { driver, newCustomer, signatures } from '../support/rentals.ts'
import type { LivedInCompany } from './world.ts'

/** A function that somebody without our secret key may call. */
export interface CallableFunction {
  name: string
  forVisitors: boolean
  parameters: { name: string; type: string; literal: string }[]
}

/** Every function of the exposed schema that visitors or signed-in users may call, with a value of the right type for each parameter. */
export async function callableFunctions(sql: Sql, company: LivedInCompany): Promise<CallableFunction[]> {
  const samples = sampleArguments(company)
  const rows = await sql`
    select p.proname as name, has_function_privilege('anon', p.oid, 'execute') as for_visitors,
      coalesce(jsonb_agg(jsonb_build_object('name', p.proargnames[place], 'type', t::regtype::text, 'kind', y.typtype, 'category', y.typcategory,
        'label', (select enumlabel from pg_enum e where e.enumtypid = t order by enumsortorder limit 1)) order by place) filter (where t is not null), '[]') as parameters
    from pg_proc p left join unnest(p.proargtypes::oid[]) with ordinality as a (t, place) on true left join pg_type y on y.oid = t
    where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
      and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute'))
    group by p.oid order by 1`
  return rows.map(({ name, for_visitors: forVisitors, parameters }) => ({
    name,
    forVisitors,
    parameters: (parameters as Described[]).map((parameter) => ({
      name: parameter.name,
      type: parameter.type,
      literal: samples[`${name}.${parameter.name}`] ?? samples[parameter.name] ?? plainLiteral(parameter),
    })),
  }))
}

interface Described {
  name: string
  type: string
  kind: string
  category: string
  label: string | null
}

/** The call as SQL, some of its arguments exchanged. */
export function callOf({ name, parameters }: CallableFunction, exchanged: Record<string, string>): string {
  const list = parameters.map((one) => `${one.name} => (${exchanged[one.name] ?? one.literal})::${one.type}`)
  return `select public.${name}(${list.join(', ')}) as it`
}

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
const json = (value: unknown) => quoted(JSON.stringify(value))

/** Something of that type, for parameters nobody wrote a better value for. */
function plainLiteral({ type, kind, category, label }: Described): string {
  if (kind === 'e') return quoted(label ?? '')
  if (category === 'A') return `'{}'`
  const byType: Record<string, string> = {
    jsonb: `'{}'`,
    boolean: 'false',
    date: 'current_date',
    uuid: 'null',
  }
  return byType[type] ?? (type.startsWith('timestamp') ? 'now()' : category === 'N' ? '1' : `'x'`)
}

/** Arguments that get a call past its first checks. */
function sampleArguments({ slug, companyId, customerToken }: LivedInCompany): Record<string, string> {
  const path = quoted(`${companyId}/handovers/${randomUUID()}.jpg`)
  return {
    p_slug: quoted(slug),
    p_token: quoted(customerToken),
    p_starts_at: `date_trunc('day', now()) + interval '300 days'`,
    p_ends_at: `date_trunc('day', now()) + interval '303 days'`,
    p_customer: json({ ...newCustomer(), email: 'same@example.ch' }),
    p_extras: `'[]'`,
    p_equipment: `'[]'`,
    p_source: `'phone'`,
    p_locale: `'de'`,
    p_idempotency_key: 'null',
    p_storage_path: path,
    p_thumbnail_path: path,
    p_sha256: quoted('d'.repeat(64)),
    p_position: `'front'`,
    p_view: `'left'`,
    p_kind: `'dent'`,
    'remove_price_rule.p_kind': `'season'`,
    p_severity: `'minor'`,
    'set_company_picture.p_kind': `'logo'`,
    'set_model_photo.p_file': 'gen_random_uuid()::text',
    'set_company_picture.p_file': 'gen_random_uuid()::text',
    p_width: '10',
    p_height: '10',
    p_ground: `'any'`,
    p_domain: `'mieten.example.ch'`,
    p_x: '0.5',
    p_y: '0.5',
    'price_calendar.p_year': '2030',
    p_change: `'{}'`,
    p_dry_run: 'true',
    p_request: `'copy'`,
    p_channel: `'portal'`,
    p_filter: `'all'`,
    p_names: json({ de: 'Form' }),
    p_sections: json([{ key: 'a', titles: { de: 'A' }, texts: { de: 'A' }, photo_ids: [], paid: false }]),
    p_fields: json([{ key: 'a', kind: 'text', labels: { de: 'A' }, required: false }]),
    p_readings: json({ odometer_km: 2_000_000, fuel_percent: 50 }),
    p_odometer_km: '2000000',
    p_driver: json(driver),
    p_signatures: json(signatures(companyId)),
    p_signature: json({
      name: 'Anna Muster',
      image_path: `${companyId}/handovers/${randomUUID()}.png`,
      image_sha256: 'a'.repeat(64),
    }),
    p_deposit_method: `'cash'`,
    p_method: `'bank_transfer'`,
    p_accepts_terms: 'true',
    p_ip: `'192.0.2.1'`,
    p_email: `'somebody@example.ch'`,
    p_role: `'viewer'`,
    p_rows: json([{ ...fleetRows()[0], plate: 'ZH 1', vin: '1HGCM82633A004352' }]),
    'import_customers.p_rows': json([{ row: 2, ...newCustomer({ last_name: 'Import' }) }]),
    'record_consent.p_kind': `'marketing'`,
    'record_consent.p_source': `'desk'`,
    p_until: 'null',
    p_step: 'null',
    p_file: json({ file_name: 'camt.xml', sha256: 'f'.repeat(64), format: 'camt.054.001.08' }),
    p_draft: json({ lines: [] }),
    'record_cash_entry.p_kind': `'transfer'`,
    'record_cash_entry.p_amount_rappen': '100',
    p_day: `'2021-01-01'`,
    'cash_book.p_from': `'2026-01-01'`,
    'customer_statement.p_until': `'2199-01-01'`,
    'send_statement.p_until': `'2199-01-01'`,
    'issue_voucher.p_amount_rappen': '1000',
    'issue_voucher.p_expires_on': 'null',
    p_month: `(now() - interval '1 month')::date`,
    'cash_book.p_until': `'2026-01-31'`,
    p_counted_rappen: '0',
    p_numbers: json({ revenue: '3300' }),
    'price_invoice_lines.p_lines': `'[]'`,
    p_entries: json([{ key: 'k', amount_rappen: 100, currency: 'CHF', booked_on: '2026-11-20' }]),
    'sign_up_company.p_slug': `'a-new-address'`,
    p_lines: `'{rentals}'`,
    'plan_maintenance.p_kind': `'repair'`,
    'record_maintenance.p_kind': `'service'`,
    'vehicle_calendar.p_until': `now() + interval '400 days'`,
    p_document_kind: `'other'`,
    'add_vehicle_document.p_id': 'gen_random_uuid()',
    p_content_type: `'application/pdf'`,
    p_cost_rappen: '12000',
    p_next_due_on: 'null',
    p_reason: `'A reason'`,
    'sign_terms_by_token.p_name': `'Anna Muster'`,
    p_accepts: 'false',
    p_since: 'current_date - 90',
    p_event: `'day_before'`,
    p_language: `'de'`,
    p_texts: json({ subject: 'S', heading: 'H', body: '{{customer}}', closing: '', button: 'B' }),
    p_phone: 'null',
    p_again: 'false',
    'save_message_template.p_channel': `'email'`,
    'reset_message_template.p_channel': `'sms'`,
    'send_test_message.p_channel': `'email'`,
  }
}
