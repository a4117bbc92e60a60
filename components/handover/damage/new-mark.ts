import type { Damage, Handover } from '@/lib/handover/handover'
import { listPriceOf } from '@/lib/handover/rules'

type Place = Pick<Damage, 'view' | 'x' | 'y'> & { photo?: Damage['photo'] }

/** A mark as it begins: a light scratch, priced by the list. */
export function newMark(
  { damagePrices }: Pick<Handover, 'damagePrices'>,
  { photo = null, ...at }: Place,
): Damage {
  const described = { kind: 'scratch', severity: 'minor', ...at } as const
  const listRappen = listPriceOf(damagePrices, described)
  return {
    id: crypto.randomUUID(),
    ...described,
    note: '',
    chargeReason: '',
    listRappen,
    chargeRappen: listRappen ?? 0,
    photo,
  }
}
