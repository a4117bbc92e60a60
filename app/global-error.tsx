'use client'

import './globals.css'
import { GeistSans } from 'geist/font/sans'
import type { FailureProps } from '@/app/failure'
import { Button } from '@/components/ui/button'

/**
 * The last resort, when the root layout itself failed. Messages may be what failed, so it speaks both languages
 * without them.
 */
export default function GlobalError({ retry }: FailureProps) {
  return (
    <html lang="de" className={GeistSans.variable}>
      <body>
        <title>CRMS</title>
        <main className="mx-auto grid min-h-dvh max-w-md content-center gap-3 px-6">
          <h1 className="font-semibold text-xl">Das hat nicht geklappt</h1>
          <p className="text-muted">
            Der Fehler liegt bei uns. Versuchen Sie es in einer Minute noch einmal.
          </p>
          <p lang="en" className="text-muted">
            The fault is ours. Please try again in a minute.
          </p>
          <div className="mt-2">
            <Button variant="primary" onClick={retry}>
              Noch einmal versuchen · <span lang="en">Try again</span>
            </Button>
          </div>
        </main>
      </body>
    </html>
  )
}
