'use client'

import './globals.css'
import type { FailureProps } from '@/app/failure'
import { LastResort } from '@/app/last-resort'

/** The root layout itself failed. */
export default function GlobalError({ retry }: FailureProps) {
  return (
    <html lang="de">
      <body>
        <title>CRMS</title>
        <LastResort retry={retry} />
      </body>
    </html>
  )
}
