import type { ReactNode } from 'react'
import { ContractBadge } from '@/components/contracts/contract-badge'
import { cellsOf, type ListRow } from '@/components/lists/list-row'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import type { ContractColumn, ContractRow } from '@/lib/contracts/queries/list'

type Clock = { timeZone: string; now: Date }

/** Contracts as rows of the list. */
export function contractRows(
  contracts: ContractRow[],
  columns: ContractColumn[],
  { totalLabel, ...clock }: Clock & { totalLabel: string },
): ListRow[] {
  return contracts.map((contract) => ({
    id: contract.id,
    name: `${contract.number}, ${contract.customer.name}`,
    href: `/dashboard/contracts/${contract.id}`,
    cells: cellsOf(columns, (column) => cells[column](contract, clock)),
    card: {
      title: contract.customer.name,
      detail: `${contract.number}, ${contract.vehicle.plate}`,
      aside: (
        <>
          <ContractBadge contract={contract} {...clock} />
          <DateTime
            instant={contract.overAt}
            timeZone={clock.timeZone}
            show="date"
            className="text-muted text-xs"
          />
        </>
      ),
    },
    sums: { [totalLabel]: contract.totalRappen },
  }))
}

const cells: Record<ContractColumn, (row: ContractRow, clock: Clock) => ReactNode> = {
  number: (row) => row.number,
  status: (row, clock) => <ContractBadge contract={row} {...clock} />,
  customer: (row) => row.customer.name,
  vehicle: ({ vehicle }) => (
    <>
      {vehicle.plate}{' '}
      <span className="text-muted">
        {vehicle.make} {vehicle.model}
      </span>
    </>
  ),
  from: (row, { timeZone }) => <DateTime instant={row.outAt} timeZone={timeZone} />,
  to: (row, { timeZone }) => <DateTime instant={row.overAt} timeZone={timeZone} />,
  total: (row) => <Money amountRappen={row.totalRappen} bare />,
  made: (row, { timeZone }) => <DateTime instant={row.createdAt} timeZone={timeZone} show="date" />,
}
