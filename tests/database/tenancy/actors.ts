import { addMember } from '../support/companies.ts'
import type { TestDatabase } from '../support/database.ts'
import type { LivedInCompany, TwoCompanies } from './world.ts'

/** Somebody with a token, or none. */
export interface Actor {
  name: string
  role: 'anon' | 'authenticated' | 'postgres'
  claims: Record<string, unknown>
  /** What of our company they may see: a technician the catalogue only, not customers and money. */
  reads: 'everything' | 'catalogue' | 'nothing'
  /** May change records of our company. */
  writes: boolean
}

const ROLES = ['owner', 'manager', 'staff', 'technician', 'sales_rep', 'concierge', 'viewer'] as const

/** Everybody who might try: each role of our company, and all kinds of wrong tokens. */
export async function gatherActors(database: TestDatabase, { ours, theirs }: TwoCompanies): Promise<Actor[]> {
  const signedIn = (name: string, claims: Record<string, unknown>, rights: Partial<Actor> = {}): Actor => ({
    name,
    role: 'authenticated',
    claims: { role: 'authenticated', ...claims },
    reads: 'nothing',
    writes: false,
    ...rights,
  })
  const members: Actor[] = []
  for (const role of ROLES) {
    const { userId: sub, companyId: company_id } = await addMember(database, ours.companyId, role)
    const writes = role !== 'viewer' && role !== 'technician'
    members.push(
      signedIn(
        `${role} of ours`,
        { sub, company_id, user_role: role },
        { reads: role === 'technician' ? 'catalogue' : 'everything', writes },
      ),
    )
  }
  const removed = await addMember(database, ours.companyId, 'owner')
  await database.asPostgres(
    (sql) => sql`update public.memberships set active = false where user_id = ${removed.userId}`,
  )
  const stranger = await database.createUser()
  const everything = {
    role: 'authenticated',
    company_id: theirs.companyId,
    user_role: 'owner',
    app_metadata: { company_id: theirs.companyId },
  }
  return [
    { name: 'visitor', role: 'anon', claims: { role: 'anon' }, reads: 'nothing', writes: false },
    {
      name: 'visitor who claims their company',
      role: 'anon',
      claims: { ...everything, role: 'anon' },
      reads: 'nothing',
      writes: false,
    },
    ...members,
    signedIn('removed member with an old token', {
      sub: removed.userId,
      company_id: ours.companyId,
      user_role: 'owner',
    }),
    signedIn('stranger without company', { sub: stranger }),
    signedIn('stranger who claims their company', { sub: stranger, ...everything }),
    signedIn('our owner who claims their company', { sub: ours.owner.userId, ...everything }),
    signedIn('our owner without selected company', { sub: ours.owner.userId }),
    signedIn('nobody who claims their company', everything),
    signedIn('user metadata that claims their company', {
      sub: ours.owner.userId,
      user_metadata: { company_id: theirs.companyId },
    }),
  ]
}

/** Somebody who rightly belongs to that company, as its owner. */
export function ownerOf({ owner }: LivedInCompany): Actor {
  const claims = { role: 'authenticated', sub: owner.userId, company_id: owner.companyId }
  return { name: 'owner', role: 'authenticated', claims, reads: 'everything', writes: true }
}

/** The owner of the database, whom only constraints and triggers stop. */
export const superuser: Actor = {
  name: 'superuser',
  role: 'postgres',
  claims: {},
  reads: 'everything',
  writes: true,
}
