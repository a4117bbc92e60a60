import { Line } from '@/components/booking-site/details-form/line'
import { buttonStyle } from '@/components/ui/button-style'

type PromoFieldProps = {
  code: string | undefined
  problem: string | null
  /** What a code that holds does, in words. */
  effect: string | undefined
  words: { label: string; apply: string }
  /** The page that prices what stands in the form. */
  action: string
}

/** A promo code of the search; asked for when it is whole, by Enter or the button, not at every letter. */
export function PromoField({ code, problem, effect, words, action }: PromoFieldProps) {
  return (
    <div className="flex items-start gap-2">
      <Line name="promo" label={words.label} error={problem ?? undefined} help={effect} className="flex-1">
        {({ className, ...control }) => (
          <input
            {...control}
            key={code}
            defaultValue={code}
            maxLength={30}
            autoComplete="off"
            className={`${className} uppercase`}
          />
        )}
      </Line>
      <button
        type="submit"
        formAction={action}
        className={`${buttonStyle({ variant: 'secondary' })} mt-[1.625rem]`}
      >
        {words.apply}
      </button>
    </div>
  )
}
