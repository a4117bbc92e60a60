import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { type Actor, gatherActors } from './tenancy/actors.ts'
import { isDenied, tryAll } from './tenancy/attempts.ts'
import { callableFunctions, callOf } from './tenancy/functions.ts'
import { makeTwoCompanies, type TwoCompanies } from './tenancy/world.ts'

/** Who may do what, written down a second time: the matrix of the product against what the database does. */
const database = freshDatabase()
let world: TwoCompanies
let members: Actor[]

beforeAll(async () => {
  world = await makeTwoCompanies(database)
  members = (await gatherActors(database, world)).filter(({ name }) => name.endsWith(' of ours'))
})

const LEADERS = ['owner', 'manager']
const DESK = [...LEADERS, 'staff']
const SELLERS = [...DESK, 'sales_rep']
const READERS = [...SELLERS, 'concierge', 'viewer']
const EVERYBODY = [...READERS, 'technician']

const MAY_CALL: Record<string, string[]> = {
  accept_invitation: EVERYBODY,
  account_chart: LEADERS,
  accounting_lines: LEADERS,
  add_contract_driver: DESK,
  add_guide_photo: LEADERS,
  add_handover_driver: DESK,
  add_handover_photo: DESK,
  add_vehicle_document: LEADERS,
  announce_arrival: DESK,
  anonymize_customer: LEADERS,
  apply_customer_credit: DESK,
  assign_bank_entry: DESK,
  assign_vehicle: SELLERS,
  assignable_vehicles: READERS,
  availability_by_day: READERS,
  billing_terms: ['owner'],
  cancel_contract: LEADERS,
  cancel_maintenance: LEADERS,
  // Called here with a refund other than the agreed one, which needs the right to refund; without it sellers cancel.
  cancel_reservation: LEADERS,
  cancel_reservations: SELLERS,
  cash_book: DESK,
  change_rental: DESK,
  change_reservation: SELLERS,
  charge_card_on_file: DESK,
  charge_damage: DESK,
  claim_damage: DESK,
  close_cash_day: DESK,
  close_contract: DESK,
  close_damage_case: DESK,
  company_version: READERS,
  complete_exchange: DESK,
  complete_pickup: DESK,
  complete_return: DESK,
  confirm_reservation: SELLERS,
  contract_billing: READERS,
  conversation: READERS,
  reservation_messages: READERS,
  convert_reservation: DESK,
  correct_odometer: LEADERS,
  create_customer: SELLERS,
  create_reservation: SELLERS,
  credit_bank_entry: DESK,
  credit_invoice: LEADERS,
  credit_invoice_lines: LEADERS,
  customer_statement: READERS,
  customer_timeline: READERS,
  customer_totals: READERS,
  currency_fixed_by: LEADERS,
  dashboard_figures: ['owner', 'manager', 'staff', 'sales_rep', 'viewer'],
  decide_upsell: SELLERS,
  delete_customer: LEADERS,
  delete_invoice_draft: DESK,
  delete_view: READERS,
  dispute_facts: LEADERS,
  estimate_damage: DESK,
  export_customer: LEADERS,
  extend_hold: SELLERS,
  find_beyond: READERS,
  finish_maintenance: LEADERS,
  ignore_bank_entry: DESK,
  import_bank_file: DESK,
  import_customers: SELLERS,
  import_fleet: LEADERS,
  invite_member: ['owner'],
  invoice_ageing: READERS,
  invoice_pay_token: DESK,
  issue_invoice: DESK,
  issue_invoice_draft: DESK,
  issue_monthly_invoices: DESK,
  issue_voucher: DESK,
  join_waiting_list: SELLERS,
  keep_customers_apart: LEADERS,
  list_coming_handovers: DESK,
  list_day: READERS,
  list_conversations: READERS,
  list_driver_prices: DESK,
  list_due_items: READERS,
  list_open_bank_entries: DESK,
  list_tags: READERS,
  mark_damage: DESK,
  mark_no_show: SELLERS,
  mark_vehicle_ready: DESK,
  merge_customers: LEADERS,
  move_maintenance: LEADERS,
  my_context: EVERYBODY,
  note_form_file_view: READERS,
  move_payment: DESK,
  note_licence_view: READERS,
  open_message_file: SELLERS,
  set_sms_overage: ['owner'],
  sms_overage: LEADERS,
  open_damage_case: DESK,
  pay_out_customer_credit: LEADERS,
  plan_maintenance: LEADERS,
  plan_usage: LEADERS,
  possible_duplicates: LEADERS,
  preview_customer_erasure: LEADERS,
  preview_customer_merge: LEADERS,
  preview_end: READERS,
  preview_monthly_invoices: DESK,
  preview_refund: LEADERS,
  preview_settlement: DESK,
  price_invoice_lines: DESK,
  private_link: SELLERS,
  price_calendar: READERS,
  price_reservation: READERS,
  record_cash_entry: DESK,
  record_consent: SELLERS,
  record_maintenance: LEADERS,
  record_payment: DESK,
  redeem_voucher: DESK,
  refund_payment: LEADERS,
  reinstate_vehicle: LEADERS,
  repair_damage: LEADERS,
  replace_private_link: SELLERS,
  remind_invoice: DESK,
  remove_contract_driver: DESK,
  remove_customer_vehicle: SELLERS,
  remove_damage: DESK,
  remove_damage_price: LEADERS,
  remove_driver: SELLERS,
  remove_from_waiting_list: SELLERS,
  remove_handover_driver: DESK,
  remove_handover_photo: DESK,
  remove_price_rule: LEADERS,
  remove_vehicle_document: LEADERS,
  assign_conversation: SELLERS,
  count_unread_conversations: READERS,
  customer_conversation: READERS,
  write_to_customer: SELLERS,
  read_conversation: SELLERS,
  reservation_checkin: READERS,
  list_key_boxes: READERS,
  list_signed_terms: READERS,
  resolve_deposit: DESK,
  retry_deposit_hold: DESK,
  take_deposit_in_cash: DESK,
  assign_bank_entry_to_payout: DESK,
  settle_stripe_finding: LEADERS,
  report_upsells: ['owner', 'manager', 'staff', 'sales_rep', 'viewer'],
  restore_customer: LEADERS,
  retire_vehicle: LEADERS,
  save_form: LEADERS,
  save_guide: LEADERS,
  list_dead_letters: SELLERS,
  count_dead_letters: SELLERS,
  settle_dead_letter: LEADERS,
  settle_failed_message: SELLERS,
  save_message_template: LEADERS,
  reset_message_template: LEADERS,
  template_facts: LEADERS,
  send_test_message: LEADERS,
  save_invoice_draft: DESK,
  save_view: READERS,
  search_alternatives: READERS,
  search_availability: READERS,
  search_categories: READERS,
  search_everything: READERS,
  send_statement: DESK,
  set_account_numbers: LEADERS,
  set_company_picture: LEADERS,
  set_model_photo: LEADERS,
  set_customer_account: SELLERS,
  set_customer_blocked: LEADERS,
  set_member_role: ['owner'],
  set_reservation_account: SELLERS,
  settle_data_request: LEADERS,
  sign_addendum: DESK,
  sign_up_company: EVERYBODY,
  similar_customers: READERS,
  start_maintenance: LEADERS,
  start_pickup: DESK,
  start_return: DESK,
  swap_reservations: SELLERS,
  switch_company: EVERYBODY,
  tag_records: SELLERS,
  timeline: READERS,
  trial_balance: LEADERS,
  undo_change: SELLERS,
  undoable_change: READERS,
  vehicle_calendar: READERS,
  vehicle_figures: ['owner', 'manager', 'staff', 'sales_rep', 'viewer'],
  verify_driver: SELLERS,
  verify_evidence: READERS,
  void_voucher: LEADERS,
  voucher_paper: DESK,
  withdraw_consent: SELLERS,
  withdraw_invitation: ['owner'],
}

const MAY_CHANGE: Record<string, string[]> = {
  companies: LEADERS,
  cost_centres: SELLERS,
  custom_fields: LEADERS,
  customer_vehicles: SELLERS,
  customers: SELLERS,
  drivers: SELLERS,
  extras: LEADERS,
  locations: LEADERS,
  rates: LEADERS,
  vehicle_categories: LEADERS,
  vehicles: LEADERS,
}

const roleOf = ({ name }: Actor) => name.replace(' of ours', '')

test('every function is for exactly the roles of the matrix', async () => {
  const allowed = await database.asPostgres(async (sql) => {
    const functions = (await callableFunctions(sql, world.ours)).filter(({ forVisitors }) => !forVisitors)
    const outcomes = await tryAll(
      sql,
      functions.flatMap((called) =>
        members.map((actor) => ({ actor, describes: called.name, statement: callOf(called, {}) })),
      ),
    )
    const byFunction: Record<string, string[]> = Object.fromEntries(functions.map(({ name }) => [name, []]))
    for (const { actor, describes, refused } of outcomes) {
      if (!refused?.endsWith('forbidden')) byFunction[describes]?.push(roleOf(actor))
    }
    return byFunction
  })
  const sorted = (matrix: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(matrix).map(([name, roles]) => [name, [...roles].sort()]))
  expect(sorted(allowed)).toEqual(sorted(MAY_CALL))
})

test.each(Object.entries(MAY_CHANGE))(
  '%s are changed by exactly the roles of the matrix',
  async (table, roles) => {
    const outcomes = await database.asPostgres(async (sql) => {
      const [column] = await sql`
      select column_name as name from information_schema.column_privileges
      where grantee = 'authenticated' and privilege_type = 'UPDATE' and table_schema = 'public' and table_name = ${table} limit 1`
      const statement = `update public.${table} set ${column?.name} = ${column?.name}`
      return tryAll(
        sql,
        members.map((actor) => ({ actor, describes: table, statement })),
      )
    })
    const changing = outcomes
      .filter((outcome) => outcome.rows > 0 && !isDenied(outcome))
      .map(({ actor }) => roleOf(actor))
    expect(changing.sort()).toEqual([...roles].sort())
  },
)
