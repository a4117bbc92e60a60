import Markdown from 'markdown-to-jsx'
import type { ReactNode } from 'react'

/** Where a link of a guide may lead: web sites, mails, calls, and pages of this site; `//` would be another one. */
const ALLOWED = /^(https:\/\/|mailto:|tel:|\/(?![/\\]))/i

/** A link; one that leads elsewhere is words like those around it. */
function GuideLink({ href, children }: { href?: string; children?: ReactNode }) {
  if (!href || !ALLOWED.test(href)) return children
  return (
    <a href={href} target="_blank" rel="noreferrer nofollow">
      {children}
    </a>
  )
}

/** A section's text. Markdown becomes elements, never HTML: what looks like a tag is shown as written. */
export function GuideText({ text }: { text: string }) {
  return (
    <div className="grid gap-3 [&_a]:underline [&_a]:underline-offset-4 [&_li]:ml-5 [&_ol]:list-decimal [&_ul]:list-disc">
      <Markdown
        options={{
          disableParsingRawHTML: true,
          forceBlock: true,
          overrides: {
            h1: { component: 'h3', props: { className: 'font-semibold' } },
            h2: { component: 'h3', props: { className: 'font-semibold' } },
            h3: { component: 'h3', props: { className: 'font-semibold' } },
            // Pictures come from the guide's own; a foreign one would tell its host who reads.
            img: { component: 'span' },
            a: { component: GuideLink },
          },
        }}
      >
        {text}
      </Markdown>
    </div>
  )
}
