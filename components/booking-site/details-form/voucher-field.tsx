import { Line } from '@/components/booking-site/details-form/line'
import type { DetailsWords } from '@/components/booking-site/details-form/words'
import { Fold } from '@/components/booking-site/fold'

type VoucherFieldProps = { words: DetailsWords; error: string | undefined }

/** A voucher that pays for the booking: folded away until somebody has one. Its code is money and stands in no address. */
export function VoucherField({ words, error }: VoucherFieldProps) {
  return (
    <Fold title={words.voucherTitle} open={error !== undefined || undefined} className="border-y py-1">
      <Line
        name="voucherCode"
        label={words.voucherCode}
        help={words.voucherHelp}
        error={error}
        className="sm:max-w-80"
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
    </Fold>
  )
}
