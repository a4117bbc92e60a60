import { FormField } from '@/components/dashboard/form-field'
import type { Choice } from '@/components/pricing/choices'
import { Select } from '@/components/ui/select'

type ScopeFieldProps = {
  name: string
  label: string
  /** What no choice means: all categories, any location. */
  all: string
  choices: Choice[]
  value: string | null | undefined
}

/** For which category or location a rule holds. */
export function ScopeField({ name, label, all, choices, value }: ScopeFieldProps) {
  return (
    <FormField name={name} label={label}>
      <Select defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </Select>
    </FormField>
  )
}
