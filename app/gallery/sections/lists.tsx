import { Download } from 'lucide-react'
import { Section } from '@/app/gallery/section'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { CursorPagination } from '@/components/ui/cursor-pagination'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { RowLink, RowList } from '@/components/ui/row-list'
import { TableSkeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableCell, TableFoot, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { Toolbar } from '@/components/ui/toolbar'

const rows = [
  {
    number: 'R-2026-00042',
    name: 'Anna Keller',
    plate: 'ZH 431 254',
    status: 'confirmed',
    amountRappen: 41_250,
  },
  {
    number: 'R-2026-00043',
    name: 'Bau & Garten Zimmermann-Oberholzer Genossenschaft Affoltern am Albis',
    plate: 'ZH 7',
    status: 'hold',
    amountRappen: 1_234_550,
  },
  { number: 'R-2026-00044', name: 'Luca Rossi', plate: 'ZH 913 284', status: 'pending', amountRappen: 9_900 },
  {
    number: 'R-2026-00045',
    name: 'Élodie Favre',
    plate: 'ZH 150 326',
    status: 'cancelled',
    amountRappen: -4_000,
  },
  {
    number: 'R-2026-00046',
    name: 'Nguyễn Thị Minh',
    plate: 'ZH 708 608',
    status: 'no_show',
    amountRappen: 18_000,
  },
] as const

const filters = [
  {
    key: 'status',
    label: 'Status',
    options: [
      { value: 'confirmed', label: 'Confirmed' },
      { value: 'pending', label: 'Pending' },
    ],
  },
  { key: 'category', label: 'Category', options: [{ value: 'camper', label: 'Camper' }] },
]

/** A list as the dashboard has it: search and filters in the address, dense rows, sums, pages. */
export function ListSection() {
  const total = rows.reduce((sum, { amountRappen }) => sum + amountRappen, 0)
  return (
    <Section title="Lists">
      <div className="grid min-w-0 gap-3">
        <Toolbar filters={filters} searchLabel="Number, name or plate">
          <Button size="sm">
            <Download />
            CSV
          </Button>
        </Toolbar>
        <Table caption="Reservations">
          <TableHead>
            <TableHeader className="w-8">
              <Checkbox label="Choose all" labelHidden />
            </TableHeader>
            <TableHeader>Number</TableHeader>
            <TableHeader>Customer</TableHeader>
            <TableHeader>Plate</TableHeader>
            <TableHeader>Pickup</TableHeader>
            <TableHeader>Status</TableHeader>
            <TableHeader numeric>CHF</TableHeader>
          </TableHead>
          <tbody>
            {rows.map(({ number, name, plate, status, amountRappen }, index) => (
              <TableRow key={number} selected={index === 0}>
                <TableCell>
                  <Checkbox label={`Choose ${number}`} labelHidden defaultChecked={index === 0} />
                </TableCell>
                <TableCell>
                  <TextLink href="#lists">{number}</TextLink>
                </TableCell>
                <TableCell title={name}>{name}</TableCell>
                <TableCell className="whitespace-nowrap">{plate}</TableCell>
                <TableCell>
                  <DateTime instant="2026-11-21T13:30:00Z" timeZone="Europe/Zurich" />
                </TableCell>
                <TableCell>
                  <StatusBadge kind="reservation" status={status} />
                </TableCell>
                <TableCell numeric>
                  <Money amountRappen={amountRappen} bare />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
          <TableFoot>
            <TableCell colSpan={6}>Total</TableCell>
            <TableCell numeric>
              <Money amountRappen={total} bare />
            </TableCell>
          </TableFoot>
        </Table>
        <CursorPagination shown={5} total={1_284} nextHref="?after=x#lists" />
        <TableSkeleton rows={3} />
        <RowList>
          {rows.slice(0, 3).map(({ number, name, plate, status, amountRappen }) => (
            <RowLink
              key={number}
              href="#lists"
              lead="14:30"
              title={name}
              detail={`${plate} · ${number}`}
              aside={
                <>
                  <StatusBadge kind="reservation" status={status} />
                  <Money amountRappen={amountRappen} currency="CHF" />
                </>
              }
            />
          ))}
        </RowList>
      </div>
    </Section>
  )
}
