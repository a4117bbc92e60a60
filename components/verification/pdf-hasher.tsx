'use client'

import { FileSearch } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'

type PdfHasherProps = {
  maxBytes: number
  words: Record<'prompt' | 'hint' | 'working' | 'notPdf' | 'tooLarge' | 'failed', string>
}

type State = 'waiting' | 'over' | 'working' | 'notPdf' | 'tooLarge' | 'failed'

/** Reads a PDF on the visitor's own device; only its checksum goes into the address. */
export function PdfHasher({ maxBytes, words }: PdfHasherProps) {
  const id = useId()
  const [state, setState] = useState<State>('waiting')
  const problem = state === 'notPdf' || state === 'tooLarge' || state === 'failed'

  async function take(file: File | undefined) {
    if (!file) return
    if (file.size > maxBytes) return setState('tooLarge')
    setState('working')
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (!startsAsPdf(bytes)) return setState('notPdf')
      window.location.assign(`?hash=${await sha256Of(bytes)}`)
    } catch {
      setState('failed')
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }

  return (
    <div
      className={`relative grid min-h-36 place-content-center justify-items-center gap-1 rounded-lg border border-control border-dashed px-4 py-6 text-center transition-colors hover:bg-sunken has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring ${state === 'over' ? 'border-accent-line bg-accent-soft' : ''}`}
    >
      <FileSearch aria-hidden="true" className="mb-1 size-6 text-muted" />
      <p id={id} className="font-medium">
        {state === 'working' ? words.working : words.prompt}
      </p>
      <p
        className={`text-sm ${problem ? 'text-overdue-text' : 'text-muted'}`}
        role={problem ? 'alert' : undefined}
      >
        {problem ? words[state] : words.hint}
      </p>
      <input
        type="file"
        accept="application/pdf,.pdf"
        aria-labelledby={id}
        onChange={(event) => void take(event.target.files?.[0])}
        onDragEnter={() => setState('over')}
        onDragLeave={() => setState('waiting')}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </div>
  )
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.slice(0, 5)) === '%PDF-'
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
