import type { FailureProps } from '@/app/failure'
import { buttonStyle } from '@/components/ui/button-style'

/**
 * A failure told without anything that may be what failed, messages included: in both languages, with nothing to load.
 */
export function LastResort({ retry }: Pick<FailureProps, 'retry'>) {
  return (
    <main className="mx-auto grid min-h-[70dvh] max-w-md content-center gap-3 px-6">
      <h1 className="font-semibold text-xl">Das hat nicht geklappt</h1>
      <p className="text-muted">Der Fehler liegt bei uns. Versuchen Sie es in einer Minute noch einmal.</p>
      <p lang="en" className="text-muted">
        The fault is ours. Please try again in a minute.
      </p>
      <div className="mt-2">
        <button type="button" onClick={retry} className={buttonStyle({ variant: 'primary' })}>
          <span>
            Noch einmal versuchen · <span lang="en">Try again</span>
          </span>
        </button>
      </div>
    </main>
  )
}
