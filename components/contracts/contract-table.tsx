import { useTranslations } from 'next-intl'
import { ContractBadge } from '@/components/contracts/contract-badge'
import { RowLink } from '@/components/dashboard/row-link'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { RowList, RowLink as RowListLink } from '@/components/ui/row-list'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ContractRow } from '@/lib/contracts/queries/list'

type ContractTableProps = { contracts: ContractRow[]; timeZone: string; now: Date }

/** Contracts, one a row; on a phone a list of lines to press. */
export function ContractTable({ contracts, timeZone, now }: ContractTableProps) {
  const t = useTranslations('contracts')
  return (
    <>
      <div className="max-sm:hidden">
        <Table caption={t('title')}>
          <TableHead>
            <TableHeader>{t('columns.number')}</TableHeader>
            <TableHeader>{t('columns.status')}</TableHeader>
            <TableHeader>{t('columns.customer')}</TableHeader>
            <TableHeader>{t('columns.vehicle')}</TableHeader>
            <TableHeader className="max-xl:hidden">{t('columns.from')}</TableHeader>
            <TableHeader className="max-lg:hidden">{t('columns.to')}</TableHeader>
            <TableHeader numeric>{t('columns.total')}</TableHeader>
          </TableHead>
          <tbody>
            {contracts.map((contract) => (
              <ContractTableRow key={contract.id} contract={contract} timeZone={timeZone} now={now} />
            ))}
          </tbody>
        </Table>
      </div>
      <RowList className="sm:hidden">
        {contracts.map((contract) => (
          <RowListLink
            key={contract.id}
            href={`/dashboard/contracts/${contract.id}`}
            title={contract.customer.name}
            detail={`${contract.number}, ${contract.vehicle.plate}`}
            aside={
              <>
                <ContractBadge contract={contract} now={now} timeZone={timeZone} />
                <DateTime
                  instant={contract.returnedAt ?? contract.endsAt}
                  timeZone={timeZone}
                  show="date"
                  className="text-muted text-xs"
                />
              </>
            }
          />
        ))}
      </RowList>
    </>
  )
}

type ContractTableRowProps = { contract: ContractRow; timeZone: string; now: Date }

function ContractTableRow({ contract, timeZone, now }: ContractTableRowProps) {
  const { vehicle } = contract
  return (
    <TableRow className="relative">
      <TableCell>
        <RowLink href={`/dashboard/contracts/${contract.id}`}>{contract.number}</RowLink>
      </TableCell>
      <TableCell>
        <ContractBadge contract={contract} now={now} timeZone={timeZone} />
      </TableCell>
      <TableCell className="max-w-56">{contract.customer.name}</TableCell>
      <TableCell className="max-w-64">
        {vehicle.plate}{' '}
        <span className="text-muted max-md:hidden">
          {vehicle.make} {vehicle.model}
        </span>
      </TableCell>
      <TableCell className="max-w-none max-xl:hidden">
        <DateTime instant={contract.startsAt} timeZone={timeZone} />
      </TableCell>
      <TableCell className="max-w-none max-lg:hidden">
        <DateTime instant={contract.returnedAt ?? contract.endsAt} timeZone={timeZone} />
      </TableCell>
      <TableCell numeric>
        <Money amountRappen={contract.totalRappen} bare />
      </TableCell>
    </TableRow>
  )
}
