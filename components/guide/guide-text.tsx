import Markdown from 'markdown-to-jsx'

/**
 * A section's text. Markdown becomes elements, never HTML: what looks like a tag is shown as written, and addresses that
 * could run something are dropped.
 */
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
            a: { props: { target: '_blank', rel: 'noreferrer nofollow' } },
          },
        }}
      >
        {text}
      </Markdown>
    </div>
  )
}
