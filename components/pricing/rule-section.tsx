import type { ReactNode } from 'react'
import { RemoveRule } from '@/components/pricing/remove-rule'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { RuleRemoval } from '@/lib/pricing/schema'

/** A rule as a row: what, for which category or place, with what effect. */
export type RuleLine = {
  id: string
  name: string
  scope: string
  effect: ReactNode
  edit: ReactNode
}

type RuleSectionProps = {
  title: string
  text: string
  empty: string
  columns: { name: string; scope: string; effect: string; actions: string }
  rules: RuleLine[]
  /** Buttons that add one; nothing for those who only read. */
  add: ReactNode
  /** Null for what is closed instead of removed. */
  removable: RuleRemoval['kind'] | null
  canEdit: boolean
}

/** The rules of one kind. */
export function RuleSection({
  title,
  text,
  empty,
  columns,
  rules,
  add,
  removable,
  canEdit,
}: RuleSectionProps) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="font-semibold text-lg">{title}</h2>
          <p className="text-muted text-sm">{text}</p>
        </div>
        {canEdit && <div className="flex flex-wrap gap-2">{add}</div>}
      </div>
      {rules.length === 0 ? (
        <p className="rounded-lg border border-dashed px-4 py-3 text-muted text-sm">{empty}</p>
      ) : (
        <Table caption={title}>
          <TableHead>
            <TableHeader>{columns.name}</TableHeader>
            <TableHeader className="max-sm:hidden">{columns.scope}</TableHeader>
            <TableHeader>{columns.effect}</TableHeader>
            {canEdit && (
              <TableHeader>
                <span className="sr-only">{columns.actions}</span>
              </TableHeader>
            )}
          </TableHead>
          <tbody>
            {rules.map((rule) => (
              <TableRow key={rule.id}>
                <TableCell className="font-medium max-sm:whitespace-normal">
                  {rule.name}
                  <span className="block font-normal text-muted text-xs sm:hidden">{rule.scope}</span>
                </TableCell>
                <TableCell className="whitespace-normal text-muted max-sm:hidden">{rule.scope}</TableCell>
                <TableCell className="whitespace-normal">{rule.effect}</TableCell>
                {canEdit && (
                  <TableCell className="text-right">
                    <span className="inline-flex items-end gap-2 max-sm:flex-col">
                      {rule.edit}
                      {removable && <RemoveRule kind={removable} id={rule.id} name={rule.name} />}
                    </span>
                  </TableCell>
                )}
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
