import type { Row } from '@/components/timeline/rows'

/**
 * Whether a row looks as it did, however new the objects are: an answer of the database makes all of them anew, and so do a minute that passes and a
 * letter that is typed. A vehicle's own list of blocks does not count: what is drawn of it stands on the row.
 */
export function isSameRow(one: Row, other: Row): boolean {
  if (one === other) return true
  if (one.kind === 'group' || other.kind === 'group') return isSameRecord(one, other)
  return (
    one.id === other.id &&
    one.lines === other.lines &&
    one.vehicle?.plate === other.vehicle?.plate &&
    one.vehicle?.name === other.vehicle?.name &&
    isSameList(one.blocks, other.blocks) &&
    isSameList(one.shadows, other.shadows)
  )
}

function isSameList<T extends object>(some: T[], others: T[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, nth) => {
      const other = others[nth]
      return other !== undefined && isSameRecord(one, other)
    })
  )
}

/** Of flat records of one kind: every field is the same. */
function isSameRecord<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((field) => Object.is(one[field], other[field]))
}
