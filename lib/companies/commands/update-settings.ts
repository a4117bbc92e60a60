import type { CompanyProfile } from '@/lib/companies/profile-schema'
import type { Appearance, BookingRules, RentalTerms } from '@/lib/companies/settings-schema'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres, type PostgresFailure } from '@/lib/core/errors'

/**
 * Changes who the company is. Documents already issued keep what they say.
 * @throws AppError `forbidden` · `changed_meanwhile` · `currency_fixed`
 */
export async function updateProfile(ctx: CompanyContext, profile: CompanyProfile): Promise<void> {
  const changed = await ctx.db
    .from('companies')
    .update({
      name: profile.name,
      legal_name: profile.legalName,
      street: profile.street,
      house_number: profile.houseNumber,
      postal_code: profile.postalCode,
      town: profile.town,
      canton: profile.canton,
      email: profile.email,
      phone: profile.phone,
      locale: profile.locale,
      uid_number: profile.uidNumber,
      vat_registered: profile.vatRegistered,
      iban: profile.iban,
      ...(profile.currency && { currency: profile.currency }),
    })
    .match(asSeen(ctx, profile.seenAt))
    .select('id')
  await done(ctx, changed, profile.seenAt)
}

/**
 * Changes what holds for bookings and bills from now on; what is agreed stays agreed.
 * @throws AppError `forbidden` · `changed_meanwhile`
 */
export async function updateBookingRules(ctx: CompanyContext, rules: BookingRules): Promise<void> {
  const changed = await ctx.db
    .from('companies')
    .update({
      booking_deposit_percent: rules.bookingDepositPercent,
      booking_deposit_minimum_rappen: rules.bookingDepositMinimumRappen,
      price_rounding_rappen: rules.priceRoundingRappen,
      hold_minutes: rules.holdMinutes,
      waiting_offer_hours: rules.waitingOfferHours,
      waiting_holds: rules.waitingHolds,
      late_grace_minutes: rules.lateGraceMinutes,
      fuel_price_rappen: rules.fuelPriceRappen,
      charge_price_rappen: rules.chargePriceRappen,
      payment_terms_days: rules.paymentTermsDays,
      reminder_fee_rappen: rules.reminderFeeRappen,
      reminders_automatic: rules.remindersAutomatic,
      payment_notices: rules.paymentNotices,
      charges_remainder: rules.chargesRemainder,
      accepts_tips: rules.acceptsTips,
      deposit_release_days: rules.depositReleaseDays,
      customer_reminders: rules.customerReminders,
      message_order: rules.messageOrder,
      review_url: rules.reviewUrl,
      quiet_from: rules.quietFrom,
      quiet_until: rules.quietUntil,
      retention_years: rules.retentionYears,
      cancellation_policy: rules.cancellationPolicy,
      no_show_fee_percent: rules.noShowFeePercent,
    })
    .match(asSeen(ctx, rules.seenAt))
    .select('id')
  await done(ctx, changed, rules.seenAt)
}

/**
 * Changes how the company looks to its customers.
 * @throws AppError `forbidden` · `changed_meanwhile`
 */
export async function updateAppearance(ctx: CompanyContext, look: Appearance): Promise<void> {
  const changed = await ctx.db
    .from('companies')
    .update({
      accent_color: look.accentColor,
      typeface: look.typeface,
      colored_header: look.coloredHeader,
      headlines: look.headlines,
      leads: look.leads,
      abouts: look.abouts,
    })
    .match(asSeen(ctx, look.seenAt))
    .select('id')
  await done(ctx, changed, look.seenAt)
}

/**
 * Replaces the rental terms; a contract keeps those it was made under.
 * @throws AppError `forbidden` · `changed_meanwhile`
 */
export async function updateTerms(ctx: CompanyContext, { seenAt, ...terms }: RentalTerms): Promise<void> {
  const written = Object.fromEntries(Object.entries(terms).filter(([, text]) => text !== ''))
  const changed = await ctx.db
    .from('companies')
    .update({ terms: written })
    .match(asSeen(ctx, seenAt))
    .select('id')
  await done(ctx, changed, seenAt)
}

/** The company as the form showed it: who saw an older one meets no row. */
function asSeen({ companyId }: CompanyContext, seenAt: string | undefined) {
  return { id: companyId, ...(seenAt && { updated_at: seenAt }) }
}

/** Who may not change it was told before; so no row means that somebody was quicker, and without `seenAt` the policies. */
async function done(
  ctx: CompanyContext,
  { data, error }: { data: unknown[] | null; error: PostgresFailure | null },
  seenAt?: string,
): Promise<void> {
  if (error) throw fromPostgres(error)
  if (!data?.length) throw new AppError(seenAt ? 'changed_meanwhile' : 'forbidden')
  await invalidate(ctx.companyId, 'settings')
}
