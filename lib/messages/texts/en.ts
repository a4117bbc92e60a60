import type { Texts } from '@/lib/messages/texts/texts'

export const en: Texts = {
  greeting: (name) => `Hello ${name}`,
  conversation: 'Write to us',
  orSimilar: ({ category, example }) => `${category}, e.g. ${example} or similar`,
  rows: {
    number: 'Reservation',
    vehicle: 'Vehicle',
    pickup: 'Pick-up',
    return: 'Return',
    rental: 'Rental',
    total: 'Total price',
    totalWithVat: 'Total price incl. VAT',
    paid: 'Deposit paid',
    remainder: 'Due at return',
    refunded: 'Refunded',
    kept: 'Cancellation fee',
    validUntil: 'Valid until',
    role: 'Role',
  },
  cancellation: {
    always: () => 'Free cancellation until the pickup.',
    free: ({ until, percent }) =>
      `Free cancellation until ${until}, after that for ${percent} % of the total price.`,
    now: ({ percent }) => `Cancelling costs ${percent} % of the total price.`,
    from: ({ from, percent }) => `From ${from} cancelling costs ${percent} % of the total price.`,
    most: () => 'It never costs more than has been paid.',
  },
  reservationConfirmed: {
    subject: ({ number, vehicle }) => `Reservation ${number} confirmed: ${vehicle}`,
    heading: 'Your reservation is confirmed',
    intro: ({ vehicle }) => `We have reserved for you: ${vehicle}.`,
    bring: 'Please bring your driving licence and the card you paid with to the pick-up.',
    button: 'View reservation',
    sms: ({ company, number, from, place, url }) =>
      `${company}: reservation ${number} confirmed. Pick-up ${from}, ${place}. ${url}`,
  },
  reservationRefunded: {
    subject: ({ number }) => `Reservation ${number}: your money is on its way back`,
    heading: 'Your payment came after the reservation had lapsed',
    intro: ({ amount }) =>
      `The vehicle had been taken in the meantime. We are refunding ${amount} in full to your card. Depending on your bank the credit appears in 5 to 10 days.`,
    button: 'Search again',
  },
  reservationChanged: {
    subject: ({ number }) => `Reservation ${number} changed`,
    heading: 'Your reservation has changed',
    intro: ({ number }) => `Reservation ${number} has been changed. From now on:`,
    before: 'before',
    button: 'View reservation',
    question: 'Something wrong? Just reply to this message.',
  },
  addendum: {
    text: 'The change is an addendum to your rental contract. It still waits for your signature.',
    button: 'Sign addendum',
  },
  checkinInvitation: {
    subject: ({ number }) => `Reservation ${number}: check in from home`,
    heading: 'Check in from home',
    intro: () => 'A few details in advance, and the pickup takes only minutes.',
    button: 'Check in now',
  },
  dayBefore: {
    subject: ({ number, from }) => `Reservation ${number}: pickup on ${from}`,
    heading: 'Not long now',
    intro: ({ vehicle }) => `We look forward to seeing you. Ready for you: ${vehicle}.`,
    sms: ({ company, number, from, place, url }) =>
      `${company}: pickup ${from}, ${place} (${number}). Please bring your driving licence. ${url}`,
  },
  upsells: 'Anything else? Add it with one tap in your booking:',
  upgrade: (category) => `Upgrade to ${category}`,
  returnReminder: {
    subject: ({ number }) => `Reservation ${number}: return`,
    heading: 'The return is near',
    intro: ({ until, place }) => `We expect your vehicle back on ${until}: ${place}.`,
    longer: 'Would you like to keep it longer? Reply to this message; a rental can often be extended.',
  },
  vehicleLate: {
    subject: ({ number }) => `Reservation ${number}: your vehicle may be late`,
    heading: 'Your vehicle may be late',
    intro: ({ from }) =>
      `The vehicle for your pickup on ${from} may not be ready in time. We are working on it and will tell you if you have to wait longer.`,
    question: ({ phone }) =>
      `Would another time suit you better? Simply reply to this message or call us (${phone}).`,
    sms: ({ company, number, from, phone }) =>
      `${company}: your vehicle (${number}, pickup ${from}) may not be ready in time. We are working on it. Please call us (${phone}) if you have questions.`,
  },
  vehicleReady: {
    subject: ({ number }) => `Reservation ${number}: your vehicle is ready`,
    heading: 'Your vehicle is ready',
    intro: ({ vehicle, place }) => `Thank you for waiting: ${vehicle} is ready for you. ${place}.`,
    sms: ({ company, number, place }) =>
      `${company}: your vehicle (${number}) is ready now: ${place}. Thank you for waiting.`,
  },
  onTheWay: {
    subject: ({ number }) => `Reservation ${number}: we are on our way`,
    heading: 'We are on our way to you',
    intro: ({ at }) => `We expect to be there at ${at}.`,
    question: ({ phone }) =>
      `Not ready yet, or somewhere else? Simply reply to this message or call us (${phone}).`,
    sms: ({ company, number, at, phone }) =>
      `${company}: we are on our way and expect to be there at ${at} (${number}). Please call us (${phone}) if you have questions.`,
  },
  reviewRequest: {
    subject: ({ company }) => `How was it with ${company}?`,
    heading: 'How was it?',
    intro: ({ vehicle }) =>
      `You are back, after a good drive we hope: ${vehicle}. Would you tell others in two sentences how it was?`,
    button: 'Leave a review',
    why: 'You are asked once after a rental, because you agreed to hear from us. If you would rather not, simply reply.',
  },
  returnOverdue: {
    subject: ({ number }) => `Contract ${number}: the return is due`,
    heading: 'The return is due',
    intro: ({ from }) =>
      `Your vehicle was expected back on ${from}. Please return it as soon as you can; the additional time is charged as your contract says.`,
    question: ({ phone }) =>
      `Do you need the vehicle longer, or are you stuck? Call us (${phone}) or reply to this message.`,
    sms: ({ company, number, from, phone }) =>
      `${company}: your vehicle (contract ${number}) was expected back on ${from}. Please return it or call us (${phone}).`,
  },
  vehicleReturned: {
    subject: ({ number }) => `Reservation ${number}: your vehicle is back`,
    heading: 'Your vehicle is back',
    intro: ({ vehicle }) =>
      `We have taken ${vehicle} back without you and recorded its state with photos, odometer and fuel.`,
    next: ({ phone }) =>
      `The settlement follows. If you disagree with anything, reply to this message or call us (${phone}).`,
  },
  vehicleDue: {
    items: {
      service: 'Service',
      inspection: 'Inspection',
      insurance: 'Insurance',
      maintenance: 'Planned work',
    },
    subject: ({ item, plate }) => `${item} due: ${plate}`,
    heading: ({ item }) => `${item} falls due`,
    headingOverdue: ({ item }) => `${item} is overdue`,
    intro: ({ vehicle }) => `Nothing is planned yet for ${vehicle}.`,
    button: 'View vehicle',
    due: 'Due on',
    dueKm: 'Due at',
    odometer: 'Odometer',
    policy: 'Policy',
    several: {
      subject: ({ count }) => `${count} things due in your fleet`,
      heading: ({ count }) => `${count} things fall due`,
      intro: 'Nothing is planned yet for these vehicles.',
      overdue: 'overdue',
      button: 'View under “Today”',
    },
    once: 'You get this reminder once only; what is due also stands under “Today”.',
  },
  reservationCancelled: {
    subject: ({ number }) => `Reservation ${number} cancelled`,
    heading: 'Your reservation is cancelled',
    intro: ({ number }) => `Reservation ${number} is cancelled and the vehicle is free again.`,
    question: 'Questions about a refund? Just reply to this message.',
  },
  keyBox: {
    subject: ({ number }) => `Reservation ${number}: how to get the key`,
    heading: 'How to get the key',
    intro: 'Nobody will be there at your pickup. The key is in the key box.',
    code: 'Code',
    secret: 'Please do not pass the code on.',
    sms: ({ company, place, code, url }) => `${company}: key box ${place}, code ${code}. More: ${url}`,
  },
  waiting: {
    anyCategory: 'Any vehicle class',
    listed: {
      subject: 'You are on the waiting list',
      heading: 'You are on the waiting list',
      intro: 'When a suitable vehicle becomes free we will tell you, first come, first served.',
      button: 'See your entry',
      leave: 'No longer waiting? Take yourself off the list on the same page.',
    },
    offer: {
      subject: 'A vehicle has become free',
      heading: 'A vehicle has become free',
      held: ({ until }) => `We keep it for you until ${until}. After that we ask the next person.`,
      free: ({ until }) =>
        `It is not reserved for you yet, so book soon. After ${until} we ask the next person.`,
      button: 'Book now',
      smsHeld: ({ company, from, until, url }) =>
        `${company}: a vehicle from ${from} has become free. Yours to book until ${until}: ${url}`,
      smsFree: ({ company, from, until, url }) =>
        `${company}: a vehicle from ${from} has become free. It is not kept for you: the first to book has it. Offer until ${until}: ${url}`,
    },
  },
  attached: (count) => (count === 1 ? 'One file comes with it.' : `${count} files come with it.`),
  customerMessage: {
    subject: ({ customer, number }) =>
      number ? `Message from ${customer} about ${number}` : `Message from ${customer}`,
    heading: ({ customer }) => `${customer} writes`,
    button: 'Answer',
    where: 'Answer in the dashboard; a reply to this e-mail does not reach the customer.',
    strange: ({ sender }) =>
      `Take care: this e-mail came from ${sender}, which is not an address we know of this customer.`,
  },
  portalMessage: {
    subject: ({ company, number }) => `${company}: message about your reservation ${number}`,
    heading: ({ company }) => `Message from ${company}`,
    button: 'Answer in the portal',
  },
  privateLink: {
    subject: ({ number }) => `Your new link to reservation ${number}`,
    heading: 'Your new link',
    intro: ({ number }) =>
      `With this link you see everything about your reservation ${number}, change it or write to us.`,
    button: 'Open reservation',
    old: 'The previous link no longer works. Do not pass the new one on: whoever has it can change the reservation.',
  },
  dataRequest: {
    subject: ({ customer }) => `${customer}: a request about their data`,
    heading: 'A request about data',
    intro: ({ customer, kind, due }) =>
      kind === 'copy'
        ? `${customer} asks for a copy of their data. Answer by ${due}; you find the export on the customer’s page.`
        : `${customer} asks for their data to be deleted. Answer by ${due}; what the law requires to be kept stays.`,
    button: 'View customer',
    due: 'Answer by',
  },
  invitation: {
    subject: ({ company }) => `Invitation to ${company}`,
    heading: ({ company }) => `Join ${company}`,
    intro: ({ invitedBy, company }) => `${invitedBy} invites you to work with ${company}.`,
    button: 'Accept invitation',
    unknown: 'You do not know this company? Then you can ignore this message.',
    roles: {
      owner: 'Owner',
      manager: 'Manager',
      staff: 'Staff',
      technician: 'Technician',
      sales_rep: 'Sales',
      concierge: 'Concierge',
      viewer: 'Viewer',
    },
  },
  paymentRequest: {
    invoice: 'Invoice',
    due: 'Payable by',
    open: 'Open',
    button: 'Pay the invoice',
    crossed: 'Have you paid already? Then our messages have crossed and there is nothing to do.',
    card_refused: {
      subject: ({ number }) => `Your card was not charged: invoice ${number}`,
      heading: 'Please pay your invoice',
      intro: ({ number, amount }) =>
        `Your card on file refused the charge of ${amount} for invoice ${number}, or wants you to confirm it. Please pay with the link.`,
    },
    reminder_1: {
      subject: ({ number }) => `Payment reminder: invoice ${number}`,
      heading: 'Payment reminder',
      intro: ({ number, amount }) =>
        `Perhaps it got lost: ${amount} of invoice ${number} are still open. Please pay within the next few days.`,
    },
    reminder_2: {
      subject: ({ number }) => `Second reminder: invoice ${number}`,
      heading: 'Second reminder',
      intro: ({ number, amount }) =>
        `Invoice ${number} is still not paid despite our reminder. Please transfer ${amount} within ten days.`,
    },
    reminder_3: {
      subject: ({ number }) => `Final reminder: invoice ${number}`,
      heading: 'Final reminder',
      intro: ({ number, amount }) =>
        `${amount} of invoice ${number} are still open. Pay within ten days; after that we will start debt collection.`,
    },
  },
  paymentReceived: {
    subject: ({ number }) => `Payment received: ${number}`,
    heading: 'Your payment has arrived',
    intro: ({ number, amount }) => `We have received ${amount} for ${number}. Thank you.`,
    received: 'Received',
    nothing: 'nothing',
    button: 'View',
  },
  statement: {
    subject: ({ until }) => `Your statement of account up to ${until}`,
    heading: 'Your statement of account',
    intro: ({ from, until }) => `Attached you find your statement of account from ${from} to ${until}.`,
    open: 'Open',
    inFavour: 'In your favour',
  },
  depositRequest: {
    subject: ({ number }) => `Please confirm your security deposit: contract ${number}`,
    heading: 'Please confirm your security deposit',
    intro: ({ amount }) =>
      `We could not reserve the security deposit of ${amount} on your card on file. Please reserve it by the link, with this card or another one.`,
    introHolder: ({ amount }) =>
      `Your bank wants you to confirm the reservation of the security deposit of ${amount} yourself. The link takes a minute.`,
    noCharge: 'The amount is only reserved and is released after the return.',
    button: 'Confirm deposit',
    labels: {
      contract: 'Contract',
      vehicle: 'Vehicle',
      until: 'Present reservation until',
      amount: 'Security deposit',
    },
  },
  depositAlert: {
    subject: ({ number, customer }) => `Deposit not secured: ${number}, ${customer}`,
    heading: 'A deposit needs you',
    refused: ({ customer, amount }) =>
      `The card of ${customer} refused the hold of the deposit of ${amount}, or its holder has to confirm it.`,
    lapsed: ({ customer, amount }) =>
      `The deposit of ${amount} on the card of ${customer} has lapsed and was not renewed.`,
    asked: 'We sent the customer the link by which they confirm it themselves.',
    notAsked: 'No e-mail address of the customer is known: please call them.',
    button: 'See contract',
  },
  dispute: {
    subject: ({ number, customer }) => `Payment disputed: ${number}, ${customer}`,
    heading: 'A card payment is disputed',
    opened: ({ customer, amount }) =>
      `${customer} disputes a payment of ${amount} with their bank. Stripe has taken the amount back until the bank decides. Send the evidence to Stripe; the contract writes the pack for it.`,
    won: ({ customer, amount }) =>
      `The bank decided for you: the ${amount} of ${customer} are back in your account at Stripe.`,
    lost: ({ customer, amount }) =>
      `The bank decided against you: the ${amount} of ${customer} are booked as a loss.`,
    due: 'Evidence until',
    button: 'See the records',
  },
  planNotice: {
    company: 'Company',
    plan: 'Plan',
    trialEnds: 'Trial ends on',
    worksUntil: 'You can work until',
    choose: 'Choose a plan',
    look: 'Open the subscription',
    site: 'Booking site',
    begin: 'Begin',
    welcome: {
      subject: ({ company }) => `Welcome: ${company} is open`,
      heading: 'Your company is open',
      intro: ({ company }) =>
        `Thank you for signing up. ${company} is ready; for 14 days you try everything, without a card.`,
      next: 'Best begin by adding or importing your vehicles and setting prices. Then your booking site takes reservations. If you did not open an account, do nothing.',
    },
    trial_ending: {
      subject: ({ company }) => `The trial of ${company} ends soon`,
      heading: 'Your trial ends soon',
      intro: ({ company }) => `The trial of ${company} ends within the next three days.`,
      next: 'With a subscription everything goes on without a break. Without one your data stays and can be read, but nothing can be changed or booked any more.',
    },
    payment_failed: {
      subject: ({ company }) => `Payment for the subscription of ${company} failed`,
      heading: 'Your subscription payment failed',
      intro: ({ company }) => `The card for the subscription of ${company} could not be charged.`,
      next: 'Please check or replace the card. You go on working as usual for now; after that the account is put on hold until the payment arrives.',
    },
    suspended: {
      subject: ({ company }) => `The account of ${company} is on hold`,
      heading: 'Your account is on hold',
      intro: ({ company }) =>
        `${company} can read and export everything and change nothing; the booking site takes no bookings either.`,
      next: 'As soon as the subscription runs and is paid, everything goes on at once. Nothing is lost.',
    },
    second_subscription: {
      subject: ({ company }) => `Second subscription for ${company} ended and refunded`,
      heading: 'A second subscription was refunded',
      intro: ({ company }) =>
        `Two subscriptions were taken out for ${company}. One runs; we ended the other at once.`,
      next: 'What was paid for it is refunded in full to the same card; that takes a few days. There is nothing you need to do.',
    },
  },
  document: {
    contract: {
      subject: ({ number }) => `Your rental contract ${number}`,
      heading: 'Your rental contract',
      intro: ({ number }) => `Attached is the signed rental contract ${number}. Have a good trip.`,
    },
    addendum: {
      subject: ({ number }) => `Addendum to rental contract ${number}`,
      heading: 'Your addendum',
      intro: ({ number }) =>
        `Attached is the signed addendum to rental contract ${number}. Everything else stays as agreed.`,
    },
    settlement: {
      subject: ({ number }) => `Settlement of rental contract ${number}`,
      heading: 'Your settlement',
      intro: ({ number }) =>
        `Attached is the settlement of rental contract ${number}. Thank you for your trust.`,
    },
    invoice: {
      subject: ({ number }) => `Your invoice ${number}`,
      heading: 'Your invoice',
      intro: ({ number }) => `Attached is invoice ${number} with its QR payment slip.`,
    },
    credit_note: {
      subject: ({ number }) => `Your credit note ${number}`,
      heading: 'Your credit note',
      intro: ({ number }) => `Attached is credit note ${number}.`,
    },
    total: 'Invoice total',
    sealed: 'The document is sealed. Checksum (SHA-256):',
  },
}
