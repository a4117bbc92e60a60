/** What Twilio carries for us. */
export type TextChannel = 'sms' | 'whatsapp'

const PREFIX = 'whatsapp:'

/** A number as Twilio names it on a channel. */
export function addressOn(channel: TextChannel, number: string): string {
  return channel === 'whatsapp' ? PREFIX + number : number
}

/** A number and its channel out of Twilio's name for it. */
export function channelOf(address: string): { channel: TextChannel; number: string } {
  return address.startsWith(PREFIX)
    ? { channel: 'whatsapp', number: address.slice(PREFIX.length) }
    : { channel: 'sms', number: address }
}
