'use client'

import { lazy, Suspense, useState } from 'react'
import { isReachable } from '@/components/portal/use-reached'
import { buttonStyle } from '@/components/ui/button-style'

const DrawingPad = lazy(async () => ({
  default: (await import('@/components/ui/drawing-pad')).DrawingPad,
}))

type AddendumFormProps = {
  customer: string
  words: Record<
    'begin' | 'name' | 'signature' | 'accept' | 'clear' | 'typeName' | 'uploadFailed' | 'unsent',
    string
  >
  sign: (name: string, image: string) => Promise<string>
}

/** Name and signature; the field to draw in is fetched by those alone who sign. */
export function AddendumForm({ customer, words, sign }: AddendumFormProps) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState(customer)
  if (!isOpen)
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={buttonStyle({ variant: 'primary', size: 'lg', className: 'w-full sm:w-fit' })}
      >
        {words.begin}
      </button>
    )
  return (
    <div className="grid gap-3">
      <label className="grid gap-1">
        <span className="font-medium text-sm">{words.name}</span>
        <input
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={120}
          autoComplete="name"
          className="h-12 rounded border border-control bg-surface px-3"
        />
      </label>
      <p aria-hidden="true" className="-mb-2 font-medium text-sm">
        {words.signature}
      </p>
      <Suspense fallback={<div aria-busy="true" className="h-44 rounded-lg border bg-sunken" />}>
        <DrawingPad
          label={words.signature}
          words={words}
          isMain
          keep={async (image) =>
            (await isReachable()) ? sign(name, await dataAddress(image)) : words.unsent
          }
        />
      </Suspense>
    </div>
  )
}

function dataAddress(image: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(image)
  })
}
