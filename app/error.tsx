'use client'

import { Failure, type FailureProps } from '@/app/failure'

/** A page that failed as a whole. */
export default function PageFailure(props: FailureProps) {
  return (
    <main className="grid min-h-dvh content-center">
      <Failure {...props} />
    </main>
  )
}
