import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { Names } from '@/lib/core/labels'

const Policy = z.array(z.object({ hours: z.number(), percent: z.number() }))

export type CompanySettings = Awaited<ReturnType<typeof getSettings>>

/** Everything about the company that its settings show. */
export async function getSettings(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('companies')
    .select(
      `updated_at, name, legal_name, slug, street, house_number, postal_code, town, canton, email, phone, locale, uid_number,
      vat_registered, iban, currency, booking_deposit_percent, booking_deposit_minimum_rappen, price_rounding_rappen, hold_minutes,
      waiting_offer_hours, waiting_holds, late_grace_minutes, takes_cards,
      fuel_price_rappen, charge_price_rappen, payment_terms_days, reminder_fee_rappen, reminders_automatic, payment_notices, charges_remainder, accepts_tips, deposit_release_days, customer_reminders, message_order, review_url, quiet_from, quiet_until, retention_years, cancellation_policy, no_show_fee_percent, terms`,
    )
    .eq('id', ctx.companyId)
    .single()
  if (error) throw fromPostgres(error)
  return {
    updatedAt: data.updated_at,
    name: data.name,
    legalName: data.legal_name,
    slug: data.slug,
    street: data.street,
    houseNumber: data.house_number,
    postalCode: data.postal_code,
    town: data.town,
    canton: data.canton,
    email: data.email,
    phone: data.phone,
    locale: data.locale,
    uidNumber: data.uid_number,
    vatRegistered: data.vat_registered,
    iban: data.iban,
    currency: data.currency,
    bookingDepositPercent: data.booking_deposit_percent,
    takesCards: data.takes_cards,
    bookingDepositMinimumRappen: data.booking_deposit_minimum_rappen,
    priceRoundingRappen: data.price_rounding_rappen,
    holdMinutes: data.hold_minutes,
    waitingOfferHours: data.waiting_offer_hours,
    waitingHolds: data.waiting_holds,
    lateGraceMinutes: data.late_grace_minutes,
    fuelPriceRappen: data.fuel_price_rappen,
    chargePriceRappen: data.charge_price_rappen,
    paymentTermsDays: data.payment_terms_days,
    reminderFeeRappen: data.reminder_fee_rappen,
    remindersAutomatic: data.reminders_automatic,
    paymentNotices: data.payment_notices,
    chargesRemainder: data.charges_remainder,
    acceptsTips: data.accepts_tips,
    depositReleaseDays: data.deposit_release_days,
    customerReminders: data.customer_reminders,
    messageOrder: data.message_order,
    reviewUrl: data.review_url,
    quietFrom: data.quiet_from.slice(0, 5),
    quietUntil: data.quiet_until.slice(0, 5),
    retentionYears: data.retention_years,
    noShowFeePercent: data.no_show_fee_percent,
    // The earliest step first, as one reads it.
    cancellationPolicy: Policy.parse(data.cancellation_policy).sort((one, other) => other.hours - one.hours),
    terms: data.terms as Names,
  }
}

const FixedBy = z.enum(['invoices', 'reservations', 'vouchers', 'books', 'prices'])
export type CurrencyFixedBy = z.output<typeof FixedBy>

/** What there is already in the company's currency, so that it stays as it is; null while there is nothing. */
export async function getCurrencyFixedBy(ctx: CompanyContext): Promise<CurrencyFixedBy | null> {
  const { data, error } = await ctx.db.rpc('currency_fixed_by')
  if (error) throw fromPostgres(error)
  return FixedBy.nullable().parse(data)
}
