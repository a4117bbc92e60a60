import { Line } from '@/components/booking-site/details-form/line'
import type { DetailsWords } from '@/components/booking-site/details-form/words'

type VoucherFieldProps = { words: DetailsWords; error: string | undefined }

/** A voucher that pays for the booking: folded away until somebody has one. Its code is money and stands in no address. */
export function VoucherField({ words, error }: VoucherFieldProps) {
  return (
    <details open={error !== undefined || undefined}>
      <summary className="flex min-h-8 cursor-pointer items-center font-semibold text-base">
        {words.voucherTitle}
      </summary>
      <Line
        name="voucherCode"
        label={words.voucherCode}
        help={words.voucherHelp}
        error={error}
        className="mt-3 sm:max-w-80"
      >
        {({ className, ...control }) => (
          <input
            {...control}
            placeholder="ABCD-EFGH-2345"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className={`${className} font-mono uppercase placeholder:normal-case`}
          />
        )}
      </Line>
    </details>
  )
}
