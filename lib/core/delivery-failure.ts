/** Why something could not leave or did not arrive, as a word the screen has a sentence for; `other` where it has none. */
const REASONS = [
  ['number_unknown', /Twilio(?: refused:)? (?:21211|21214|21217|21401)\b/],
  ['no_mobile', /Twilio(?: refused:)? 21614\b/],
  ['number_unreachable', /Twilio(?: refused:)? (?:21408|21612|3000[3-8])\b/],
  ['stopped', /^stopped$|Twilio(?: refused:)? 21610\b/],
  ['bounced', /^bounced$/],
  ['suppressed', /^suppressed$/],
  ['template_refused', /Twilio(?: refused:)? (?:21655|21656|63027|63028|63049)\b/],
  ['whatsapp_closed', /Twilio(?: refused:)? (?:63003|63016|63024)\b/],
  [
    'provider_away',
    /(?:Twilio|Resend) refused: (?:no answer|5\d\d|20500|20429|application_error|internal_server_error|rate_limit)/,
  ],
  ['address_refused', /Resend refused: validation_error/],
  ['file_not_fetched', /Twilio(?: refused:)? (?:11200|21620|63019|63005)\b/],
  ['day_full', /Too many text messages in one day/],
  ['used_up', /text messages of this month are used up/],
  ['too_many', /Too many messages to this number/],
  ['record_gone', /does not exist/],
] as const satisfies [string, RegExp][]
type Reason = (typeof REASONS)[number][0] | 'other'

/** What a provider or we ourselves said when something did not get through, as that word. */
export function reasonOf(error: string): Reason {
  return REASONS.find(([, pattern]) => pattern.test(error))?.[0] ?? 'other'
}

/** Whether a message had left before it failed: then a provider reports it, instead of refusing it. */
export function hasLeft(error: string): boolean {
  return /^(?:Twilio \d|bounced$|failed$|suppressed$)/.test(error)
}
