import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { DisputeFacts } from '@/lib/contracts/dispute/facts'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase, type Sql } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, driver, handOver, signatures, startPickup, takeBack } from './support/rentals.ts'

/** The chain of what was recorded: nobody alters it, and whoever gets around that is found out. */
const database = freshDatabase()
let company: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

interface Rental {
  contractId: string
  photoId: string
  markId: string
}

/** A rental from pickup to return with a photo, a mark and a sealed contract. */
async function wholeRental(): Promise<Rental> {
  const { id } = await bookAndPay(database, company, slot())
  const photoId = randomUUID()
  const markId = randomUUID()
  const pickup = await database.as(company.owner, async (sql) => {
    const opened = await startPickup(sql, id)
    await addPhoto(sql, opened.handoverId, photoId, 'front')
    await mark(sql, opened.handoverId, markId, 'scratch')
    return opened
  })
  await handOver(database, company.owner, id)
  await seal('contract', pickup.contractId, 'c')
  await takeBack(database, company.owner, pickup)
  return { contractId: pickup.contractId, photoId, markId }
}

const addPhoto = (sql: Sql, handoverId: string, id: string, position: string, takenAt = 'now()') => {
  const path = `${company.companyId}/handovers/${id}.jpg`
  return sql`
    select public.add_handover_photo(${handoverId}, ${id}, ${position}, ${path}, ${path}, ${'b'.repeat(64)}, 1600, 1200, 300000, ${sql.unsafe(takenAt)})`
}
const mark = (sql: Sql, handoverId: string, id: string, kind: string) =>
  sql`select public.mark_damage(${handoverId}, ${id}, 'left', 0.25, 0.5, ${kind}, 'minor', 'Tür')`
const seal = (kind: string, recordId: string, letter: string) =>
  database.asService(
    (sql) => sql`
      select public.seal_document(${company.companyId}, ${kind}, ${recordId}, 'de', ${`${company.companyId}/contracts/${recordId}.pdf`}, ${letter.repeat(64)}, 1000)`,
  )
const chainOf = (contractId: string, caller: Caller = company.owner) =>
  database.as(
    caller,
    (sql) => sql`
      select *, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded,
        coalesce(to_char(device_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '-') as device
      from public.evidence_entries where contract_id = ${contractId} order by position`,
  )
const verify = async (contractId: string, caller: Caller = company.owner) => {
  const [row] = await database.as(caller, (sql) => sql`select public.verify_evidence(${contractId}) as it`)
  return row?.it as { entries: number; head_sha256: string; faults: { position: number; fault: string }[] }
}
const faultsOf = async (contractId: string) =>
  (await verify(contractId)).faults.map(({ position, fault }) => `${position}: ${fault}`)

/** What only somebody with the server itself in their hands could do: the guards do not stand in the way. */
const behindTheGuards = (work: (sql: Sql) => Promise<unknown>) =>
  database.asPostgres(async (sql) => {
    await sql`set local session_replication_role = replica`
    await work(sql)
  })

test('photo, mark, readings, signature and document each become a link, in the order in which they were recorded', async () => {
  const { contractId, photoId, markId } = await wholeRental()
  const chain = await chainOf(contractId)
  expect(chain.map(({ kind }) => kind)).toEqual([
    'photo',
    'mark',
    'readings',
    'signature',
    'document',
    'readings',
    'signature',
  ])
  expect(chain[0]?.subject_id).toBe(photoId)
  expect(chain[1]?.subject_id).toBe(markId)
  expect(await verify(contractId)).toEqual({
    entries: 7,
    head_sha256: chain.at(-1)?.own_sha256,
    faults: [],
  })
})

test('anybody can repeat the hashes of a chain without us', async () => {
  const { contractId } = await wholeRental()
  let previous = '0'.repeat(64)
  for (const entry of await chainOf(contractId)) {
    const lines = [
      previous,
      entry.position,
      entry.kind,
      entry.subject_id,
      entry.content_sha256,
      entry.device,
      entry.recorded,
    ]
    previous = createHash('sha256').update(lines.join('\n')).digest('hex')
    expect(entry.own_sha256).toBe(previous)
  }
})

test('what is corrected or taken back before signing leaves its trace', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const { contractId } = await database.as(company.owner, async (sql) => {
    const opened = await startPickup(sql, id)
    const [photo, damage] = [randomUUID(), randomUUID()]
    await addPhoto(sql, opened.handoverId, photo, 'rear')
    await sql`select public.remove_handover_photo(${opened.handoverId}, ${photo})`
    await mark(sql, opened.handoverId, damage, 'dent')
    await mark(sql, opened.handoverId, damage, 'crack')
    await sql`select public.remove_damage(${opened.handoverId}, ${damage})`
    return opened
  })
  const kinds = (await chainOf(contractId)).map(({ kind }) => kind)
  expect(kinds).toEqual(['photo', 'photo_removed', 'mark', 'mark', 'mark_removed'])
  expect(await faultsOf(contractId)).toEqual([])
})

test('the invoice of a rental belongs to its chain', async () => {
  const { contractId } = await wholeRental()
  const invoice = await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.issue_invoice(${contractId}) as id`
    return String(row?.id)
  })
  await seal('invoice', invoice, 'd')
  expect((await chainOf(contractId)).at(-1)).toMatchObject({ kind: 'document' })
  expect(await faultsOf(contractId)).toEqual([])
})

test('what fails with its transaction leaves no link', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const { handoverId, contractId } = await database.as(company.owner, (sql) => startPickup(sql, id))
  await expect(
    database.as(company.owner, async (sql) => {
      await addPhoto(sql, handoverId, randomUUID(), 'left')
      throw new Error('power cut')
    }),
  ).rejects.toThrow('power cut')
  expect(await chainOf(contractId)).toHaveLength(0)
})

test('twenty photos at once are twenty links, each after another', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const { handoverId, contractId } = await database.as(company.owner, (sql) => startPickup(sql, id))
  await Promise.all(
    Array.from({ length: 20 }, () =>
      database.as(company.owner, (sql) => addPhoto(sql, handoverId, randomUUID(), 'free')),
    ),
  )
  expect((await verify(contractId)).entries).toBe(20)
  expect(await faultsOf(contractId)).toEqual([])
})

test('a phone whose clock is a day off: both times are kept', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const { handoverId, contractId, odometerKm } = await database.as(company.owner, (sql) =>
    startPickup(sql, id),
  )
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  await database.as(company.owner, async (sql) => {
    await addPhoto(sql, handoverId, randomUUID(), 'front', `now() + interval '1 day'`)
    const [signature] = signatures(company.companyId) as Record<string, string>[]
    await sql`
      select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100, device_at: yesterday })}, ${sql.json(driver)},
        ${sql.json([{ ...signature, device_at: yesterday }])}, 'cash')`
  })
  const drift = (await chainOf(contractId)).map(({ kind, device_at, recorded_at }) => [
    kind,
    Math.round((device_at - recorded_at) / 3_600_000),
  ])
  expect(drift).toEqual([
    ['photo', 24],
    ['readings', -24],
    ['signature', -24],
  ])
  expect(await faultsOf(contractId)).toEqual([])
})

test.each([
  ['alter', 'update public.evidence_entries set kind = kind'],
  ['remove', 'delete from public.evidence_entries'],
  ['empty', 'truncate public.evidence_entries'],
])('not even the owner of the database may %s the chain', async (_, statement) => {
  await wholeRental()
  for (const as of [
    database.asPostgres,
    (work: (sql: Sql) => Promise<unknown>) => database.as(company.owner, work),
  ]) {
    expect((await refusalOf(as((sql) => sql.unsafe(statement)))).status).toBe(403)
  }
  expect(
    (await refusalOf(database.asService((sql) => sql`insert into public.evidence_entries default values`)))
      .status,
  ).toBe(403)
})

test.each([
  ['a photo', `update public.handover_photos set sha256 = repeat('e', 64)`],
  ['a photo', 'delete from public.handover_photos'],
  ['a mark', `update public.damages set severity = 'major'`],
  ['a mark', 'delete from public.damages'],
  ['a reading', 'update public.handovers set odometer_km = odometer_km - 1'],
])('%s that was signed is neither altered nor removed', async (_, statement) => {
  await wholeRental()
  expect(await refusalOf(database.asPostgres((sql) => sql.unsafe(statement)))).toMatchObject({
    status: 409,
    code: 'handover_completed',
  })
})

/** Planted tampering: each must be found, and named by its place. */
const TAMPERING: [string, (rental: Rental) => (sql: Sql) => Promise<unknown>, string[]][] = [
  [
    'another photo in the place of the first',
    ({ photoId }) =>
      (sql) =>
        sql`update public.handover_photos set sha256 = ${'e'.repeat(64)} where id = ${photoId}`,
    ['1: subject_altered'],
  ],
  [
    'a photo made to look older',
    ({ photoId }) =>
      (sql) =>
        sql`update public.handover_photos set taken_at = taken_at - interval '1 hour' where id = ${photoId}`,
    ['1: subject_altered'],
  ],
  [
    'a photo that vanished',
    ({ photoId }) =>
      (sql) =>
        sql`delete from public.handover_photos where id = ${photoId}`,
    ['1: subject_missing'],
  ],
  [
    'a scratch that grew',
    ({ markId }) =>
      (sql) =>
        sql`update public.damages set severity = 'major' where id = ${markId}`,
    ['2: subject_altered'],
  ],
  [
    'an odometer set back',
    ({ contractId }) =>
      (sql) =>
        sql`update public.handovers set odometer_km = 1 where contract_id = ${contractId} and kind = 'pickup'`,
    ['3: subject_altered'],
  ],
  [
    'somebody else’s name under the contract',
    ({ contractId }) =>
      (sql) =>
        sql`
        update public.signatures s set name = 'Someone Else' from public.handovers h
        where h.id = s.handover_id and h.contract_id = ${contractId} and h.kind = 'pickup'`,
    ['4: subject_altered'],
  ],
  [
    'another PDF in the place of the sealed one',
    ({ contractId }) =>
      (sql) =>
        sql`update public.documents set sha256 = ${'f'.repeat(64)} where record_id = ${contractId}`,
    ['5: subject_altered'],
  ],
  [
    'a mark added behind everybody’s back',
    ({ contractId }) =>
      (sql) =>
        sql`
        insert into public.damages (company_id, id, vehicle_id, handover_id, view, x, y, kind, severity)
        select c.company_id, gen_random_uuid(), c.vehicle_id, h.id, 'rear', 0.5, 0.5, 'dent', 'major' from public.contracts c
        join public.handovers h on h.contract_id = c.id and h.kind = 'pickup' where c.id = ${contractId}`,
    ['null: not_recorded'],
  ],
  [
    'a link cut out',
    ({ contractId }) =>
      (sql) =>
        sql`delete from public.evidence_entries where contract_id = ${contractId} and position = 2`,
    [
      '3: entry_missing',
      '3: link_broken',
      '4: entry_missing',
      '5: entry_missing',
      '6: entry_missing',
      '7: entry_missing',
      'null: not_recorded',
    ],
  ],
  [
    'the last link cut off',
    ({ contractId }) =>
      (sql) =>
        sql`delete from public.evidence_entries where contract_id = ${contractId} and position = 7`,
    ['null: not_recorded'],
  ],
  [
    'the time of a link changed',
    ({ contractId }) =>
      (sql) =>
        sql`
        update public.evidence_entries set recorded_at = recorded_at - interval '1 day' where contract_id = ${contractId} and position = 4`,
    ['4: entry_altered'],
  ],
  [
    'a link changed with its hash: the next one gives it away',
    ({ contractId }) =>
      (sql) =>
        sql`
        update public.evidence_entries e set device_at = now(), own_sha256 = private.evidence_sha256(
          jsonb_populate_record(e, jsonb_build_object('device_at', now()))) where contract_id = ${contractId} and position = 4`,
    ['5: link_broken'],
  ],
]

test.each(TAMPERING)('found out: %s', async (_, tamper, faults) => {
  const rental = await wholeRental()
  await behindTheGuards(tamper(rental))
  expect(await faultsOf(rental.contractId)).toEqual(faults)
})

test('a picture of a licence whose time is over leaves the chain whole', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const licence = randomUUID()
  const { contractId } = await database.as(company.owner, async (sql) => {
    const opened = await startPickup(sql, id)
    await addPhoto(sql, opened.handoverId, licence, 'licence')
    return opened
  })
  await handOver(database, company.owner, id)
  await database.asPostgres(
    (sql) => sql`update public.handover_photos set purged_at = now() where id = ${licence}`,
  )
  expect(await faultsOf(contractId)).toEqual([])
  await database.asPostgres((sql) => sql`delete from public.handover_photos where id = ${licence}`)
  expect(await faultsOf(contractId)).toEqual([])
  expect((await chainOf(contractId)).at(-1)).toMatchObject({ kind: 'photo_removed', subject_id: licence })
})

test('another company, a technician and a visitor see no evidence', async () => {
  const { contractId } = await wholeRental()
  const stranger = (await foundRentalCompany(database)).owner
  const technician = await addMember(database, company.companyId, 'technician')
  expect(await refusalOf(verify(contractId, stranger))).toMatchObject({ status: 404, code: 'not_found' })
  expect(await refusalOf(verify(contractId, technician))).toMatchObject({ status: 403 })
  expect(await chainOf(contractId, stranger)).toHaveLength(0)
  expect(await chainOf(contractId, technician)).toHaveLength(0)
  expect(
    await refusalOf(database.asAnon((sql) => sql`select public.verify_evidence(${contractId})`)),
  ).toMatchObject({ status: 403 })
})

test('a dispute pack holds the whole story, leaves a trace of who asked, and is for those who may export', async () => {
  const { contractId } = await wholeRental()
  const facts = (caller: Caller) =>
    database.as(caller, async (sql) => (await sql`select public.dispute_facts(${contractId}) as it`)[0]?.it)
  const pack = DisputeFacts.parse(await facts(company.owner))
  expect(pack.handovers?.map(({ kind, signatures }) => [kind, signatures.length])).toEqual([
    ['pickup', 1],
    ['return', 1],
  ])
  expect(pack.chain).toHaveLength(7)
  expect(pack.faults).toEqual([])
  expect(pack.payments).toHaveLength(1)
  expect(pack.documents).toHaveLength(1)
  const looked = await database.as(
    company.owner,
    (sql) =>
      sql`select actor_user_id from public.audit_log where record_id = ${contractId} and action = 'read'`,
  )
  expect([...looked]).toEqual([{ actor_user_id: company.owner.userId }])
  const staff = await addMember(database, company.companyId, 'staff')
  const stranger = (await foundRentalCompany(database)).owner
  expect(await refusalOf(facts(staff))).toMatchObject({ status: 403, code: 'forbidden' })
  expect(await refusalOf(facts(stranger))).toMatchObject({ status: 404, code: 'not_found' })
})

test('who drives is part of what is signed: the one who signs and everybody beside them', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const { contractId, handoverId } = await database.as(company.owner, (sql) => startPickup(sql, id))
  const hash = () =>
    database.asPostgres(async (sql) => {
      const [row] = await sql`select private.content_sha256(${company.companyId}, ${handoverId}) as hash`
      return String(row?.hash)
    })
  const alone = await hash()
  const second = { ...driver, first_name: 'Beat', licence_number: '987654321002' }
  const secondId = await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.add_contract_driver(${contractId}, ${sql.json(second)}) as id`
    return String(row?.id)
  })
  const both = await hash()
  expect(both).not.toBe(alone)
  await handOver(database, company.owner, id)
  const [signed] = await database.as(
    company.owner,
    (sql) => sql`select content_sha256 as hash from public.contracts where id = ${contractId}`,
  )
  expect(await hash()).toBe(signed?.hash)
  expect(signed?.hash).not.toBe(both)
  await database.asPostgres(
    (sql) => sql`update public.drivers set licence_number = '000000000000' where id = ${secondId}`,
  )
  expect(await hash()).not.toBe(signed?.hash)
})
