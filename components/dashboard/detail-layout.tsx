import type { ReactNode } from 'react'

type DetailLayoutProps = {
  aside: ReactNode
  /** What happened so far: beneath the facts, and on a phone the last of all. */
  history?: ReactNode
  children: ReactNode
}

/** A record's page: facts and history left, people and money right; on a phone beneath each other. */
export function DetailLayout({ aside, history, children }: DetailLayoutProps) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-4">{children}</div>
      <div className="grid min-w-0 gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">{aside}</div>
      {history && <div className="min-w-0 lg:col-start-1 lg:row-start-2">{history}</div>}
    </div>
  )
}
