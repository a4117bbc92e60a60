import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { controlStyle } from '@/components/ui/control-style'
import { fieldId } from '@/components/ui/field-id'

/** What the line gives to its control, so that label, help and error belong to it. */
type Control = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  className: string
}

type LineProps = {
  name: string
  label: string
  help?: string | undefined
  error: string | undefined
  className?: string | undefined
  children: (control: Control) => ReactNode
}

/**
 * One question of the form: label above, answer, help or error beneath. As `components/ui/field`, without what that
 * brings along for the dashboard: a customer on the road loads nothing that this form does not need.
 */
export function Line({ name, label, help, error, className = '', children }: LineProps) {
  const id = fieldId(name)
  const note = error ?? help
  return (
    <div className={`grid min-w-0 content-start gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-medium text-ink text-sm">
        {label}
      </label>
      {children({
        id,
        name,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
        className: `${controlStyle} h-(--control-height) px-2.5`,
      })}
      {note && (
        <p
          id={`${id}-note`}
          className={`flex items-start gap-1.5 text-xs ${error ? 'text-overdue-text' : 'text-muted'}`}
        >
          {error && <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />}
          <span>{note}</span>
        </p>
      )}
    </div>
  )
}
