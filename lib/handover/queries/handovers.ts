import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { listKeyBoxes } from '@/lib/core/key-boxes'
import { listSignedTerms } from '@/lib/core/signed-terms'
import type { Handover, KnownDriver } from '@/lib/handover/handover'
import {
  arrivalRows,
  contractRows,
  contractsOfReservations,
  customerRows,
  damagePriceRows,
  damageRows,
  driverPriceRows,
  driverRows,
  exchangeRows,
  foreseenRows,
  furtherDriverRows,
  noteRows,
  paidRows,
  refillPrices,
  reservationRows,
  runningRows,
  sideRows,
  stockedExtras,
  termsRows,
  vehicleRows,
} from '@/lib/handover/queries/rows'
import {
  toChecklist,
  toContract,
  toDamage,
  toDriver,
  toFutureContract,
  toListedPrice,
  toNote,
  toPhoto,
  toVehicle,
  withStocked,
} from '@/lib/handover/queries/transform'
import type { HandoverRef } from '@/lib/handover/schema'

/** Exchanged vehicles by their handovers, the others by what is handed over. */
type Wanted = { reservationIds: string[]; contractIds: string[]; exchangeIds: string[] }

/** A handover's frame, before vehicle, people and marks are filled in. */
type Frame = Pick<
  Handover,
  'key' | 'kind' | 'isExchange' | 'dueAt' | 'place' | 'reservation' | 'contract' | 'termsSigned'
> & {
  vehicleId: string
  customerId: string
}

/**
 * One handover, by what is being handed over or by its own record.
 * @throws AppError `not_found`
 */
export async function getHandover(ctx: CompanyContext, ref: HandoverRef): Promise<Handover> {
  const wanted = 'handoverId' in ref ? await subjectOf(ctx, ref.handoverId) : ref
  const [handover] = await loadHandovers(ctx, {
    reservationIds: 'reservationId' in wanted ? [wanted.reservationId] : [],
    contractIds: 'contractId' in wanted ? [wanted.contractId] : [],
    exchangeIds: 'handoverId' in wanted ? [wanted.handoverId] : [],
  })
  if (!handover) throw new AppError('not_found')
  return handover
}

async function subjectOf(ctx: CompanyContext, id: string): Promise<HandoverRef> {
  const { data, error } = await ctx.db
    .from('handovers')
    .select('kind, contract:contracts(id, reservation_id)')
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  if (data.kind === 'exchange_back' || data.kind === 'exchange_out') return { handoverId: id }
  return data.kind === 'pickup'
    ? { reservationId: data.contract.reservation_id }
    : { contractId: data.contract.id }
}

/** Pickups of reservations, returns of contracts and exchanged vehicles with all a phone needs to do them without network; as many questions for a hundred as for one. */
export async function loadHandovers(ctx: CompanyContext, wanted: Wanted): Promise<Handover[]> {
  const frames = (
    await Promise.all([pickupFrames(ctx, wanted), returnFrames(ctx, wanted), exchangeFrames(ctx, wanted)])
  ).flat()
  const vehicleIds = frames.map(({ vehicleId }) => vehicleId)
  const customerIds = frames.map(({ customerId }) => customerId)
  const contractIds = frames.flatMap(({ contract }) => contract.id ?? [])
  const [
    sides,
    further,
    driverPrices,
    vehicles,
    damages,
    prices,
    customers,
    drivers,
    foreseen,
    running,
    notes,
    arrivals,
    stocked,
    paid,
    keyBoxes,
  ] = await Promise.all([
    sideRows(ctx, contractIds),
    furtherDriverRows(ctx, contractIds),
    driverPriceRows(
      ctx,
      frames.flatMap(({ kind, isExchange, reservation }) =>
        kind === 'pickup' && !isExchange ? reservation.id : [],
      ),
    ),
    vehicleRows(ctx, vehicleIds),
    damageRows(ctx, vehicleIds),
    damagePriceRows(
      ctx,
      frames.some(({ kind }) => kind === 'return'),
    ),
    customerRows(ctx, customerIds),
    driverRows(ctx, customerIds),
    foreseenRows(
      ctx,
      frames.map(({ reservation }) => reservation.id),
    ),
    runningRows(ctx, vehicleIds),
    noteRows(
      ctx,
      frames.map(({ reservation }) => reservation.id),
    ),
    arrivalRows(
      ctx,
      frames.map(({ reservation }) => reservation.id),
    ),
    stockedExtras(ctx),
    paidRows(
      ctx,
      frames.flatMap(({ kind, reservation }) => (kind === 'pickup' ? reservation.id : [])),
    ),
    listKeyBoxes(
      ctx,
      frames.flatMap(({ kind, isExchange, reservation }) =>
        kind === 'pickup' && !isExchange ? reservation.id : [],
      ),
    ),
  ])
  return frames.flatMap(({ vehicleId, customerId, ...frame }) => {
    const vehicle = vehicles.find(({ id }) => id === vehicleId)
    const customer = customers.find(({ id }) => id === customerId)
    // Gone between two questions.
    if (!vehicle || !customer) return []
    const ofContract = sides.filter((side) => side.contract_id === frame.contract.id)
    const own = ofContract.find(({ id, kind }) =>
      frame.isExchange ? frame.key === `exchange:${id}` : kind === frame.kind,
    )
    // However often the vehicle was exchanged: it is held against how it went out itself.
    const pickup =
      frame.kind === 'return'
        ? ofContract.findLast(
            (side) =>
              (side.kind === 'pickup' || side.kind === 'exchange_out') && side.vehicle_id === vehicleId,
          )
        : undefined
    const marks = damages.filter((mark) => mark.vehicle_id === vehicleId)
    const known = drivers.filter((row) => row.customer_id === customerId).map(toDriver)
    const wish = foreseen.find((row) => row.reservation_id === frame.reservation.id)?.driver_id
    const arrival = arrivals.find(
      (row) =>
        row.reservation_id === frame.reservation.id && row.handover === frame.kind && !frame.isExchange,
    )
    const out = running.find(
      (row) => row.vehicle_id === vehicleId && row.reservation_id !== frame.reservation.id,
    )
    return {
      ...frame,
      contract: { ...frame.contract, extras: withStocked(frame.contract.extras, stocked) },
      paidRappen: paid
        .filter((row) => row.reservation_id === frame.reservation.id)
        .reduce((sum, row) => sum + row.amount_rappen - row.refunded_rappen, 0),
      record: own ? { id: own.id, isCompleted: own.completed_at !== null } : null,
      customer: {
        name: customer.name,
        hasCard: customer.payment_method_id !== null && customer.company.takes_cards,
        isReachable: customer.email !== null || customer.phone !== null,
      },
      driver: known.find(({ id }) => id === wish) ?? known[0] ?? themselves(customer),
      drivers: known,
      furtherDrivers: further
        .filter((row) => row.contract_id === frame.contract.id)
        .map(({ id, driver, added_rappen }) => ({
          id: driver.id,
          namedAs: id,
          name: `${driver.first_name} ${driver.last_name}`,
          addedRappen: added_rappen,
        })),
      driverPrices: toDriverPrices(driverPrices, frame),
      vehicle: toVehicle(vehicle),
      photos: own?.photos.filter(isKept).map(toPhoto) ?? [],
      damages: marks.filter((mark) => mark.handover_id === own?.id).map(toDamage),
      knownDamages: marks.filter((mark) => mark.handover_id !== own?.id).map(toDamage),
      damagePrices: frame.kind === 'return' ? prices.map(toListedPrice) : [],
      pickup: pickup
        ? {
            handoverId: pickup.id,
            fuelPercent: pickup.fuel_percent ?? 0,
            photos: pickup.photos.filter(isKept).map(toPhoto),
            ...toChecklist(pickup.checklist),
          }
        : null,
      notes: notes.filter((row) => row.reservation_id === frame.reservation.id).map(toNote),
      arrival: arrival ? { arrivesAt: arrival.arrives_at, by: arrival.by?.full_name ?? null } : null,
      keyBox:
        frame.kind === 'pickup' && !frame.isExchange
          ? (keyBoxes.find(({ reservationId }) => reservationId === frame.reservation.id)?.state ?? null)
          : null,
      stillOut:
        out && frame.kind === 'pickup' && !frame.isExchange
          ? { contractId: out.id, number: out.number, customer: out.customer.name, dueAt: out.ends_at }
          : null,
    }
  })
}

async function pickupFrames(ctx: CompanyContext, { reservationIds }: Wanted): Promise<Frame[]> {
  const [reservations, contracts, signed, refills] = await Promise.all([
    reservationRows(ctx, reservationIds),
    contractsOfReservations(ctx, reservationIds),
    listSignedTerms(ctx, reservationIds),
    refillPrices(ctx),
  ])
  const terms = await termsRows(
    ctx,
    reservations.map((row) => row.terms_version),
  )
  return reservations.map((row) => {
    const contract = contracts.find((one) => one.reservation_id === row.id)
    const agreed = terms.find(({ version }) => version === row.terms_version)?.terms
    return {
      key: `pickup:${row.id}`,
      kind: 'pickup',
      isExchange: false,
      dueAt: row.starts_at,
      place: row.pickup.name,
      reservation: { id: row.id, number: row.number, status: row.status },
      termsSigned: signed.find(({ reservationId }) => reservationId === row.id) ?? null,
      contract: contract ? toContract(contract, agreed) : toFutureContract(row, agreed, refills),
      vehicleId: (contract ?? row).vehicle_id,
      customerId: row.customer_id,
    }
  })
}

async function returnFrames(ctx: CompanyContext, { contractIds }: Wanted): Promise<Frame[]> {
  const contracts = await contractRows(ctx, contractIds)
  return contracts.map((row) => ({
    key: `return:${row.id}`,
    kind: 'return',
    isExchange: false,
    dueAt: row.ends_at,
    place: row.reservation.return.name,
    reservation: { id: row.reservation.id, number: row.reservation.number, status: row.reservation.status },
    contract: toContract(row),
    vehicleId: row.vehicle_id,
    customerId: row.customer_id,
  }))
}

/** Both vehicles of an exchange are to be recorded from the moment it was agreed, wherever they stand. */
async function exchangeFrames(ctx: CompanyContext, { exchangeIds }: Wanted): Promise<Frame[]> {
  const exchanges = await exchangeRows(ctx, exchangeIds)
  const contracts = await contractRows(
    ctx,
    exchanges.map(({ contract_id }) => contract_id),
  )
  return exchanges.flatMap(({ id, kind, contract_id, vehicle_id, created_at }) => {
    const contract = contracts.find((row) => row.id === contract_id)
    if (!contract || vehicle_id === null) return []
    const { number, status } = contract.reservation
    return {
      key: `exchange:${id}`,
      kind: kind === 'exchange_back' ? 'return' : 'pickup',
      isExchange: true,
      dueAt: created_at,
      place: '',
      reservation: { id: contract.reservation.id, number, status },
      contract: toContract(contract),
      vehicleId: vehicle_id,
      customerId: contract.customer_id,
    }
  })
}

/** What further drivers cost where one can still be named. */
function toDriverPrices(
  rows: Awaited<ReturnType<typeof driverPriceRows>>,
  { kind, isExchange, reservation }: Pick<Frame, 'kind' | 'isExchange' | 'reservation'>,
): Handover['driverPrices'] {
  const row = rows.find(({ reservation_id }) => reservation_id === reservation.id)
  if (!row || kind !== 'pickup' || isExchange) return null
  return { code: row.code, names: row.names, next: row.next }
}

/** Without any known driver, what the customer said of themselves. */
function themselves(customer: {
  first_name: string | null
  last_name: string | null
  birth_date: string | null
}): KnownDriver {
  return {
    id: '',
    firstName: customer.first_name ?? '',
    lastName: customer.last_name ?? '',
    birthDate: customer.birth_date ?? '',
    licenceNumber: '',
    licenceCategories: [],
    licenceCodes: '',
    licenceSince: {},
    licenceExpiresOn: '',
  }
}

/** A licence's picture goes after a while; its row stays, because its hash was signed. */
function isKept({ purged_at }: { purged_at: string | null }): boolean {
  return purged_at === null
}
