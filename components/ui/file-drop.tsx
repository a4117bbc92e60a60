'use client'

import { FileCheck2, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { useFieldControl } from '@/components/ui/field-context'

type FileDropProps = {
  id?: string
  name?: string
  /** As the input's `accept`: `.csv,text/csv`. */
  accept?: string
  multiple?: boolean
  /** What may be given: kinds and size. */
  hint?: ReactNode
  disabled?: boolean
  onFiles?: (files: File[]) => void
}

/** Takes files by drag, by press or by keyboard; a plain file input for the form around it. */
export function FileDrop({ hint, onFiles, ...own }: FileDropProps) {
  const { 'aria-invalid': isInvalid, ...props } = useFieldControl(own)
  const t = useTranslations('ui.fileDrop')
  const input = useRef<HTMLInputElement>(null)
  const prompt = useId()
  const [isOver, setOver] = useState(false)
  const [names, setNames] = useState<string[]>([])

  function take(files: FileList | null) {
    const given = [...(files ?? [])]
    setNames(given.map(({ name }) => name))
    onFiles?.(given)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (!input.current || props.disabled) return
    input.current.files = event.dataTransfer.files
    take(input.current.files)
  }

  const Icon = names.length > 0 ? FileCheck2 : Upload
  return (
    // The input lies over the whole area, so pressing and tabbing work by themselves; only dropping needs us.
    <div
      className={cn(
        'relative grid justify-items-center gap-1 rounded-lg border border-control border-dashed bg-surface px-4 py-8 text-center text-sm transition-colors',
        'hover:bg-sunken has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring has-[:disabled]:opacity-50',
        isOver && 'border-accent-line bg-accent-soft',
        isInvalid && 'border-overdue bg-overdue-soft',
      )}
    >
      <Icon aria-hidden="true" className="mb-1 size-5 text-muted" />
      <p id={prompt} className="font-medium">
        {names.length > 0 ? names.join(', ') : t('prompt', { count: props.multiple ? 2 : 1 })}
      </p>
      <p className="text-muted text-xs">{names.length > 0 ? t('replace') : hint}</p>
      <input
        {...props}
        ref={input}
        type="file"
        // Without a field around it, the words over which it lies are its label.
        aria-labelledby={props.id ? undefined : prompt}
        aria-invalid={isInvalid}
        // The same file, corrected meanwhile, is a choice as well; browsers tell only of another one.
        onClick={({ currentTarget }) => {
          if (onFiles) currentTarget.value = ''
        }}
        onChange={(event) => take(event.target.files)}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </div>
  )
}
