import { Sample, Section } from '@/app/gallery/section'
import { Kbd } from '@/components/ui/kbd'
import { accentVariables } from '@/lib/core/accent'

const sizes = [
  ['text-2xl font-semibold', '28 · Sixteen vehicles leave today'],
  ['text-xl font-semibold', '20 · Reservation R-2026-00042'],
  ['text-lg', '16 · The customer brings the licence and a card.'],
  ['text-base', '14 · The customer brings the licence and a card.'],
  ['text-sm', '13 · The customer brings the licence and a card.'],
  ['text-xs', '12 · Changed by Anna Keller on Fri, 20 Nov 2026'],
]

const grounds = ['bg-canvas', 'bg-surface', 'bg-raised', 'bg-sunken', 'bg-pressed', 'bg-accent-soft']
const brands = ['#0b5fff', '#e4002b', '#ffd400', '#1f7a4d', '#f5f5f5', '#111111']

/** Type, grounds, and what becomes of a company's colour. */
export function FoundationSection() {
  return (
    <Section title="Foundation">
      <div className="grid gap-8 md:grid-cols-2">
        <div className="grid content-start gap-2">
          {sizes.map(([style, text]) => (
            <p key={style} className={style}>
              {text}
            </p>
          ))}
          <p className="tabular text-base">
            1'234.50 · 987.05 · 14:30 · ZH 431 254 · <Kbd>G</Kbd> <Kbd>R</Kbd>
          </p>
          <p className="text-base text-muted">Muted says the less important.</p>
          <p className="text-base text-faint">Faint says the least important.</p>
        </div>
        <div className="grid content-start gap-4">
          <Sample name="Grounds" className="grid grid-cols-3 gap-2">
            {grounds.map((ground) => (
              <span key={ground} className={`${ground} rounded border px-2 py-3 text-xs`}>
                {ground.slice(3)}
              </span>
            ))}
          </Sample>
          <Sample name="A company's colour" className="grid grid-cols-2 gap-2 sm:grid-cols-3">
            {brands.map((brand) => (
              <div
                key={brand}
                style={accentVariables(brand)}
                className="grid gap-1.5 rounded border bg-surface p-2"
              >
                <span className="rounded bg-accent px-2 py-1 text-center font-medium text-accent-ink text-xs">
                  Book
                </span>
                <span className="rounded border border-accent-line bg-accent-soft px-2 py-1 text-accent-text text-xs">
                  {brand}
                </span>
              </div>
            ))}
          </Sample>
        </div>
      </div>
    </Section>
  )
}
