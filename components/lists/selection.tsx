'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { ListRow } from '@/components/lists/list-row'

type Selected = Pick<ListRow, 'id' | 'name' | 'sums'>

type Selection = {
  rows: Selected[]
  has: (id: string) => boolean
  toggle: (row: Selected) => void
  /** All of the given rows, or none of them. */
  set: (rows: Selected[], isSelected: boolean) => void
  clear: () => void
}

const Context = createContext<Selection | null>(null)

/** Holds which rows are selected, from page to page of the list. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [selected, setSelected] = useState<ReadonlyMap<string, Selected>>(new Map())
  const selection = useMemo<Selection>(() => {
    const change = (rows: Selected[], isSelected: boolean) =>
      setSelected((before) => {
        const after = new Map(before)
        for (const { id, name, sums } of rows) {
          if (isSelected) after.set(id, { id, name, ...(sums && { sums }) })
          else after.delete(id)
        }
        return after
      })
    return {
      rows: [...selected.values()],
      has: (id) => selected.has(id),
      toggle: (row) => change([row], !selected.has(row.id)),
      set: change,
      clear: () => setSelected(new Map()),
    }
  }, [selected])
  return <Context value={selection}>{children}</Context>
}

/** What is selected in the list around this component. */
export function useSelection(): Selection {
  const selection = useContext(Context)
  if (!selection) throw new Error('A selection needs its SelectionProvider.')
  return selection
}
