'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type KeyboardEvent, useRef, useTransition } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type PromoFieldProps = {
  code: string | undefined
  problem: string | null
  words: { label: string; apply: string }
}

/** A promo code of the search; asked for when it is whole, not at every letter. */
export function PromoField({ code, problem, words }: PromoFieldProps) {
  const router = useRouter()
  const path = usePathname()
  const input = useRef<HTMLInputElement>(null)
  const [isAsking, startAsking] = useTransition()

  function apply() {
    const query = new URLSearchParams(window.location.search)
    const typed = input.current?.value.trim() ?? ''
    if (typed) query.set('promo', typed)
    else query.delete('promo')
    startAsking(() => router.replace(`${path}?${query}`, { scroll: false }))
  }

  function applyOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    apply()
  }

  return (
    <div className="flex items-end gap-2">
      {code && <input type="hidden" name="promo" value={code} />}
      <Field name="promo-code" label={words.label} error={problem ?? undefined} className="flex-1">
        <Input
          ref={input}
          key={code}
          defaultValue={code}
          maxLength={30}
          autoComplete="off"
          className="uppercase"
          // The form around it prices every change; half a code is none.
          onChange={(event) => event.stopPropagation()}
          onKeyDown={applyOnEnter}
        />
      </Field>
      <button
        type="button"
        onClick={apply}
        aria-busy={isAsking || undefined}
        className={buttonStyle({ variant: 'secondary' })}
      >
        {words.apply}
      </button>
    </div>
  )
}
