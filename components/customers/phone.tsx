import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { cn } from '@/components/ui/cn'

/** A telephone number as people read it, `+41 79 555 00 25`; pressing it calls. */
export function Phone({ number, className }: { number: string; className?: string }) {
  return (
    <a href={`tel:${number}`} className={cn('tabular relative whitespace-nowrap hover:underline', className)}>
      {formatPhone(number)}
    </a>
  )
}

/** `+41 79 555 00 25`; what is no telephone number stays as it is. */
export function formatPhone(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number
}
