import type { FailureProps } from '@/app/failure'

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
        <button
          type="button"
          onClick={retry}
          className="h-(--control-height) rounded bg-accent px-3 font-medium text-(length:--button-text) text-accent-ink hover:bg-accent-hover"
        >
          Noch einmal versuchen · <span lang="en">Try again</span>
        </button>
      </div>
    </main>
  )
}
