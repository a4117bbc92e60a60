import { z } from 'zod'
import type { DriverOnContract, NewDriver } from '@/lib/contracts/schema'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'

/** Somebody who drives on a contract, and what was found when their licence was last looked at for it. */
export type ContractDriver = Awaited<ReturnType<typeof listContractDrivers>>[number]

/** Who drives on a contract, whoever signed it first, each with the latest check of their licence. */
export async function listContractDrivers(
  ctx: CompanyContext,
  contract: { id: string; driverId: string | null },
) {
  const [further, checks, pictures] = await Promise.all([
    furtherDriversOf(ctx, contract.id),
    checksOf(ctx, contract.id),
    picturesOf(ctx, contract.id),
  ])
  const all = [contract.driverId, ...further.map((row) => row.driver_id)]
  const ids = [...new Set(all)].filter((id) => id !== null)
  const drivers = await driversOf(ctx, ids)
  return ids.flatMap((id) => {
    const driver = drivers.find((row) => row.id === id)
    const check = checks.find((row) => row.driver_id === id)
    if (!driver) return []
    return {
      id,
      isMain: id === contract.driverId,
      name: `${driver.first_name} ${driver.last_name}`,
      licenceNumber: driver.licence_number,
      categories: driver.licence_categories,
      expiresOn: driver.licence_expires_on,
      /** Of their licence, as far as they were taken and are still there. */
      pictures: pictures.filter(({ driver_id }) => driver_id === (id === contract.driverId ? null : id)),
      check: check
        ? {
            at: check.checked_at,
            by: check.checker.full_name,
            findings: check.findings,
          }
        : null,
    }
  })
}

async function furtherDriversOf(ctx: CompanyContext, contractId: string) {
  const { data, error } = await ctx.db
    .from('contract_drivers')
    .select('driver_id')
    .eq('company_id', ctx.companyId)
    .eq('contract_id', contractId)
    .order('created_at')
  if (error) throw fromPostgres(error)
  return data
}

async function checksOf(ctx: CompanyContext, contractId: string) {
  const { data, error } = await ctx.db
    .from('licence_checks')
    .select('driver_id, checked_at, findings, checker:profiles(full_name)')
    .eq('company_id', ctx.companyId)
    .eq('contract_id', contractId)
    .order('checked_at', { ascending: false })
  if (error) throw fromPostgres(error)
  return data
}

async function picturesOf(ctx: CompanyContext, contractId: string) {
  const { data, error } = await ctx.db
    .from('handover_photos')
    .select('id, handover_id, driver_id, position, handover:handovers!inner(contract_id)')
    .eq('company_id', ctx.companyId)
    .eq('handover.contract_id', contractId)
    .in('position', ['licence', 'licence_back'])
    .is('purged_at', null)
    .order('position')
  if (error) throw fromPostgres(error)
  return data
}

async function driversOf(ctx: CompanyContext, ids: string[]) {
  const { data, error } = await ctx.db
    .from('drivers')
    .select('id, first_name, last_name, licence_number, licence_categories, licence_expires_on')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data
}

/** Drivers of the customer whose licence is recorded well enough to be named on a contract. */
export async function listNameableDrivers(
  ctx: CompanyContext,
  customerId: string,
): Promise<{ id: string; name: string }[]> {
  const { data, error } = await ctx.db
    .from('drivers')
    .select('id, first_name, last_name')
    .eq('company_id', ctx.companyId)
    .eq('customer_id', customerId)
    .eq('active', true)
    .not('birth_date', 'is', null)
    .not('licence_expires_on', 'is', null)
    .order('last_name')
    .limit(200)
  if (error) throw fromPostgres(error)
  return data.map((row) => ({ id: row.id, name: `${row.first_name} ${row.last_name}` }))
}

const DriverPrices = z.array(z.object({ next: z.array(z.number()) }))

/** What one more driver adds to the price of a rental, in rappen; nothing for whoever may not name one. */
export async function nextDriverPrice(ctx: CompanyContext, reservationId: string): Promise<number> {
  if (!ctx.can('handover.perform')) return 0
  const { data, error } = await ctx.db.rpc('list_driver_prices', { p_reservation_ids: [reservationId] })
  if (error) throw fromPostgres(error)
  return DriverPrices.parse(data)[0]?.next[0] ?? 0
}

/**
 * Names a further driver on a contract, with the licence in hand as it is recorded.
 * @throws AppError `not_found` · `invalid_transition` · `licence_expired` · `driver_too_young` · `licence_automatic_only` · `total_changed`
 */
export async function addContractDriver(ctx: CompanyContext, input: NewDriver): Promise<void> {
  const { data: driver, error: unread } = await ctx.db
    .from('drivers')
    .select(
      'id, first_name, last_name, birth_date, licence_number, licence_country, licence_categories, licence_codes, licence_expires_on',
    )
    .eq('company_id', ctx.companyId)
    .eq('id', input.driverId)
    .maybeSingle()
  if (unread) throw fromPostgres(unread)
  if (!driver) throw new AppError('not_found')
  const { error } = await ctx.db.rpc('add_contract_driver', {
    p_contract_id: input.id,
    p_driver: driver,
    p_added_rappen: input.addedRappen,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'contract.driver_added', contractId: input.id, driverId: input.driverId })
}

/**
 * Takes a further driver off a contract that nobody has signed yet.
 * @throws AppError `not_found` · `invalid_transition`
 */
export async function removeContractDriver(ctx: CompanyContext, input: DriverOnContract): Promise<void> {
  const { error } = await ctx.db.rpc('remove_contract_driver', {
    p_contract_id: input.id,
    p_driver_id: input.driverId,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'contract.driver_removed', contractId: input.id, driverId: input.driverId })
}
