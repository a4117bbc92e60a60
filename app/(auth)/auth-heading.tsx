import type { ReactNode } from 'react'

/** What a page of the account is about, in a line and a sentence. */
export function AuthHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="grid gap-1">
      <h1 className="font-semibold text-2xl text-ink">{title}</h1>
      {children && <p className="text-muted text-sm">{children}</p>}
    </div>
  )
}
