import { cn } from '@/components/ui/cn'
import { withLinks } from '@/lib/core/web-links'

/** What somebody wrote: its web addresses lead there, and each line has the direction of its own script. */
export function MessageText({ children, className }: { children: string; className?: string }) {
  return (
    <span className={cn('block whitespace-pre-line wrap-anywhere [unicode-bidi:plaintext]', className)}>
      {withLinks(children).map(({ text, url }, place) =>
        url ? (
          <a
            // The same address may stand in a text twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change their places
            key={place}
            href={url}
            target="_blank"
            rel="noreferrer nofollow"
            className="underline underline-offset-2"
          >
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </span>
  )
}
