import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/select'

const KINDS = ['service', 'repair', 'tyres', 'inspection', 'damage', 'other']

/** What kind of work it is. */
export function KindSelect(props: Omit<ComponentProps<typeof Select>, 'children'>) {
  const t = useTranslations('fleet.maintenance.kinds')
  return (
    <Select {...props}>
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t(kind)}
        </option>
      ))}
    </Select>
  )
}
