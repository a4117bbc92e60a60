'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ListColumn, ListOrder, ListRow } from '@/components/lists/list-row'
import { RecordLink } from '@/components/lists/record-link'
import { useSelection } from '@/components/lists/selection'
import { SortHeader } from '@/components/lists/sort-header'
import { useListKeys } from '@/components/lists/use-list-keys'
import { Checkbox } from '@/components/ui/checkbox'
import { RowLink, RowList } from '@/components/ui/row-list'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

type RecordTableProps = {
  caption: string
  columns: ListColumn[]
  rows: ListRow[]
  order: ListOrder
}

/** The rows of a list: a dense table to work through with the keyboard, cards on a phone. */
export function RecordTable({ caption, columns, rows, order }: RecordTableProps) {
  const openId = useSearchParams().get('open')
  const list = useListKeys(rows)
  return (
    <>
      <div ref={list.ref} className="min-w-0 max-sm:hidden">
        <Table caption={caption} frame="max-h-[calc(100dvh-15rem)]">
          <TableHead>
            <SelectAll rows={rows} />
            {columns.map((column) => (
              <SortHeader key={column.key} column={column} order={order} />
            ))}
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <RecordRow
                key={row.id}
                row={row}
                columns={columns}
                isOpen={row.id === openId}
                onOpen={list.open}
              />
            ))}
          </tbody>
        </Table>
      </div>
      <RowList className="sm:hidden">
        {rows.map(({ id, href, card }) => (
          <RowLink key={id} href={href} {...card} />
        ))}
      </RowList>
    </>
  )
}

type RecordRowProps = {
  row: ListRow
  columns: ListColumn[]
  isOpen: boolean
  onOpen: (row: ListRow) => boolean
}

function RecordRow({ row, columns, isOpen, onOpen }: RecordRowProps) {
  const t = useTranslations('lists')
  const selection = useSelection()
  const isSelected = selection.has(row.id)
  const [first, ...others] = columns
  return (
    <TableRow className="relative" selected={isOpen || isSelected}>
      <TableCell className="w-9 pr-0">
        <Checkbox
          labelHidden
          label={t('select', { name: row.name })}
          checked={isSelected}
          onCheckedChange={() => selection.toggle(row)}
          tabIndex={-1}
          className="relative z-1"
        />
      </TableCell>
      <TableCell>
        <RecordLink row={row} isOpen={isOpen} onOpen={onOpen}>
          {first && row.cells[first.key]}
        </RecordLink>
      </TableCell>
      {others.map(({ key, numeric }) => (
        <TableCell key={key} numeric={numeric ?? false}>
          {row.cells[key]}
        </TableCell>
      ))}
    </TableRow>
  )
}

function SelectAll({ rows }: { rows: ListRow[] }) {
  const t = useTranslations('lists')
  const selection = useSelection()
  const count = rows.filter(({ id }) => selection.has(id)).length
  return (
    <TableHeader className="w-9 pr-0">
      <Checkbox
        labelHidden
        label={t('selectAll')}
        checked={count > 0 && count < rows.length ? 'indeterminate' : count > 0}
        onCheckedChange={() => selection.set(rows, count < rows.length)}
      />
    </TableHeader>
  )
}
