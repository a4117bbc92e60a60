import type { CompanyContext } from '@/lib/core/context'
import { type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { isUuid } from '@/lib/core/ids'
import type { DamageCaseFilters } from '@/lib/damages/schema'
import { afterRow } from '@/lib/supabase/filters'

export type DamageCaseRow = ReturnType<typeof toRow>
export type DamageCase = Awaited<ReturnType<typeof getDamageCase>>

const OPEN = ['estimated', 'charged', 'claimed', 'in_repair', 'repaired'] as const

/** Cases, the newest first; those that are open unless a state is asked for. */
export async function listDamageCases(
  ctx: CompanyContext,
  filters: DamageCaseFilters,
  limit = 50,
): Promise<Page<DamageCaseRow>> {
  const turn = turnOf(filters, 2)
  const ascending = turn?.backwards ?? false
  let query = selectCases(ctx)
  if (filters.status.length > 0) query = query.in('status', filters.status)
  else if (!filters.vehicle) query = query.in('status', OPEN)
  if (filters.vehicle) query = query.eq('vehicle_id', filters.vehicle)
  if (turn) query = query.or(afterRow(['created_at', 'id'], turn.from, ascending ? 'asc' : 'desc'))
  const { data, error } = await query
    .order('created_at', { ascending })
    .order('id', { ascending })
    .limit(limit + 1)
  if (error) throw fromPostgres(error)
  const page = pageOf(data, limit, (row) => [row.created_at, row.id], turn)
  return { ...page, rows: page.rows.map(toRow) }
}

function selectCases(ctx: CompanyContext) {
  return ctx.db
    .from('damage_cases')
    .select(
      `id, number, status, estimate_rappen, charged_rappen, insurer, created_at,
      vehicle:vehicles!damage_cases_company_id_vehicle_id_fkey(id, plate, make, model),
      contract:contracts!damage_cases_company_id_contract_id_fkey(id, number, customer:customers!contracts_company_id_customer_id_fkey(name)),
      marks:damages(id, kind, view, severity)`,
    )
    .eq('company_id', ctx.companyId)
}

type Selected = NonNullable<Awaited<ReturnType<typeof selectCases>>['data']>[number]

function toRow(row: Selected) {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    estimateRappen: row.estimate_rappen,
    chargedRappen: row.charged_rappen,
    insurer: row.insurer,
    openedAt: row.created_at,
    vehicle: row.vehicle,
    contract: row.contract,
    marks: row.marks,
  }
}

/**
 * A case with its marks, the photos of where they were found, contract and repair.
 * @throws AppError `not_found`
 */
export async function getDamageCase(ctx: CompanyContext, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  const { data, error } = await ctx.db
    .from('damage_cases')
    .select(
      `*, vehicle:vehicles!damage_cases_company_id_vehicle_id_fkey(id, plate, make, model, category:vehicle_categories(body_type)),
      contract:contracts!damage_cases_company_id_contract_id_fkey(id, number, status, currency,
        customer:customers!contracts_company_id_customer_id_fkey(id, name), invoices(id, number, status)),
      invoice:invoices!damage_cases_company_id_invoice_id_fkey(id, number),
      maintenance:maintenance!damage_cases_company_id_maintenance_id_fkey(id, status, starts_at, ends_at, finished_at, workshop, cost_rappen),
      marks:damages(id, handover_id, view, x, y, kind, severity, note, charge_rappen, list_rappen, charge_reason, photo_id, photo_x, photo_y, resolved_at, created_at)`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .neq('contract.invoices.status', 'void')
    .order('created_at', { referencedTable: 'damages' })
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  const { category, ...vehicle } = data.vehicle
  return {
    id: data.id,
    number: data.number,
    status: data.status,
    estimateRappen: data.estimate_rappen,
    excessRappen: data.excess_rappen,
    /** The excess of the contract the customer signed; null where they signed none. */
    agreedExcessRappen: data.agreed_excess_rappen,
    excessReason: data.excess_reason,
    chargedRappen: data.charged_rappen,
    insurer: data.insurer,
    claimNumber: data.claim_number,
    note: data.note,
    openedAt: data.created_at,
    closedAt: data.closed_at,
    vehicle: { ...vehicle, bodyType: category.body_type },
    contract: data.contract && { ...data.contract, isInvoiced: data.contract.invoices.length > 0 },
    invoices: [...(data.contract?.invoices ?? []), ...(data.invoice ? [data.invoice] : [])].map(
      ({ id, number }) => ({ id, number }),
    ),
    repair: data.maintenance,
    marks: data.marks,
    photos: await photosOf(
      ctx,
      data.marks.flatMap(({ handover_id }) => handover_id ?? []),
    ),
  }
}

/** What was photographed when the marks were found. */
async function photosOf(ctx: CompanyContext, handoverIds: string[]) {
  const { data, error } = await ctx.db
    .from('handover_photos')
    .select('id, handover_id, position, taken_at')
    .eq('company_id', ctx.companyId)
    .in('handover_id', [...new Set(handoverIds)])
    .not('position', 'in', '(licence,licence_back)')
    .is('purged_at', null)
    .order('taken_at')
  if (error) throw fromPostgres(error)
  return data
}
