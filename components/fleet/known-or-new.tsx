'use client'

import { useState } from 'react'
import { useFieldError } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

/** The select's value for a name that is written; no name begins like a formula. */
const NEW = '+'

type KnownOrNewProps = {
  name: string
  label: string
  known: { value: string; label: string }[]
  /** What is said before anything is chosen, how a new name is chosen, and the label of its field. */
  words: { choose: string; add: string; newName: string }
}

/** One of the names there are, or by choice a new one: a slip of the pen founds nothing. */
export function KnownOrNew({ name, label, known, words }: KnownOrNewProps) {
  const [chosen, setChosen] = useState('')
  const error = useFieldError(name)
  if (known.length === 0) {
    return (
      <FormField name={name} label={label} required>
        <Input autoComplete="off" />
      </FormField>
    )
  }
  const isNew = chosen === NEW
  return (
    <div className="grid content-start gap-2">
      <Field label={label} required {...(!isNew && { name, error })}>
        <Select value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{words.choose}</option>
          {known.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
          <option value={NEW}>{words.add}</option>
        </Select>
      </Field>
      {isNew && (
        <FormField name={name} label={words.newName} required>
          <Input autoComplete="off" autoFocus />
        </FormField>
      )}
    </div>
  )
}
