import type { FurtherDriver, Handover } from '@/lib/handover/handover'
import type { KeptStep } from '@/lib/handover/offline/database'

type Told = Pick<Handover, 'furtherDrivers' | 'driverPrices' | 'contract'>

/** Who drives beside the one who signs and what that costs, as the steps of this phone change what the server told. */
export function withDrivers(
  { furtherDrivers, driverPrices, contract }: Told,
  steps: Pick<KeptStep, 'work'>[],
): Told {
  let drivers = furtherDrivers
  let next = driverPrices?.next ?? []
  for (const { work } of steps) {
    if (work.kind === 'add_driver') {
      const { driverId, driver } = work
      const [addedRappen = 0, ...later] = next
      drivers = [...drivers, { id: driverId, namedAs: driverId, name: nameOf(driver), addedRappen }]
      next = later
    }
    if (work.kind === 'remove_driver') {
      const gone = driverCalled(drivers, work.driverId)
      drivers = drivers.filter((driver) => driver !== gone)
      // Whoever comes in their place costs what they did.
      if (gone) next = [gone.addedRappen, ...next]
    }
  }
  return {
    furtherDrivers: drivers,
    driverPrices: driverPrices && { ...driverPrices, next },
    contract: {
      ...contract,
      totalRappen: contract.totalRappen + costOf(drivers) - costOf(furtherDrivers),
      extras: extrasWith({ furtherDrivers, driverPrices, contract }, drivers),
    },
  }
}

/** A further driver by their own id, or by what the phone that named them called them. */
export function driverCalled(drivers: FurtherDriver[], id: string): FurtherDriver | undefined {
  return drivers.find((driver) => driver.id === id || driver.namedAs === id)
}

function nameOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`
}

function costOf(drivers: FurtherDriver[]): number {
  return drivers.reduce((sum, { addedRappen }) => sum + addedRappen, 0)
}

function extrasWith({ furtherDrivers, driverPrices, contract }: Told, now: FurtherDriver[]) {
  const { extras } = contract
  const paid = (drivers: FurtherDriver[]) => drivers.filter(({ addedRappen }) => addedRappen > 0).length
  const more = paid(now) - paid(furtherDrivers)
  if (!driverPrices || more === 0) return extras
  const { code, names } = driverPrices
  const { quantity: booked = 0, amountRappen = 0 } = extras.find((extra) => extra.code === code) ?? {}
  const others = extras.filter((extra) => extra.code !== code)
  return booked + more > 0
    ? [
        ...others,
        {
          code,
          names,
          quantity: booked + more,
          amountRappen: amountRappen + costOf(now) - costOf(furtherDrivers),
        },
      ]
    : others
}
