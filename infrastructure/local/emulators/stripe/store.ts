import { resourceMissing } from './errors.ts'
import type { ObjectKind, ObjectMap, Owner, StripeObject } from './objects.ts'

interface Row<T = StripeObject> {
  owner: Owner
  value: T
}

/** What is written to the state file. */
export type StoreSnapshot = Row[]

export interface Store {
  put<T extends StripeObject>(owner: Owner, value: T): T
  find<K extends ObjectKind>(kind: K, owner: Owner, id: string): ObjectMap[K] | undefined
  /** Like `find`, answering Stripe's 404 when there is none. */
  get<K extends ObjectKind>(kind: K, owner: Owner, id: string, param?: string): ObjectMap[K]
  /** All of one kind in an account, newest first. */
  all<K extends ObjectKind>(kind: K, owner: Owner): ObjectMap[K][]
  /** All of one kind with their owners, for the emulator's own pages and timers. */
  everywhere<K extends ObjectKind>(kind: K): Row<ObjectMap[K]>[]
  /** Looks an id up in every account: a hosted page's address names no account. */
  locate<K extends ObjectKind>(kind: K, id: string): Row<ObjectMap[K]> | undefined
  remove(kind: ObjectKind, id: string): void
  clear(): void
  snapshot(): StoreSnapshot
}

/** Keeps objects in memory, each within the account that owns it. Handlers change objects in place. */
export function createStore(saved: StoreSnapshot | null): Store {
  const kinds = new Map<ObjectKind, Map<string, Row>>()

  function rows<K extends ObjectKind>(kind: K): Map<string, Row<ObjectMap[K]>> {
    const found = kinds.get(kind) ?? new Map<string, Row>()
    kinds.set(kind, found)
    // A kind's map only ever receives objects of that kind, by `put`.
    return found as unknown as Map<string, Row<ObjectMap[K]>>
  }

  function find<K extends ObjectKind>(kind: K, owner: Owner, id: string): ObjectMap[K] | undefined {
    const row = rows(kind).get(id)
    return row && row.owner === owner ? row.value : undefined
  }

  function put<T extends StripeObject>(owner: Owner, value: T): T {
    rows(value.object).set(value.id, { owner, value })
    return value
  }

  for (const row of saved ?? []) put(row.owner, row.value)

  return {
    put,
    find,
    get(kind, owner, id, param) {
      const found = find(kind, owner, id)
      if (!found) throw resourceMissing(kind, id, param)
      return found
    },
    all(kind, owner) {
      const own = [...rows(kind).values()].filter((row) => row.owner === owner)
      return own.map((row) => row.value).reverse()
    },
    everywhere: (kind) => [...rows(kind).values()].reverse(),
    locate: (kind, id) => rows(kind).get(id),
    remove: (kind, id) => void kinds.get(kind)?.delete(id),
    clear: () => kinds.clear(),
    snapshot: () => [...kinds.values()].flatMap((kind) => [...kind.values()]),
  }
}
