import type { DocumentLanguage } from '@/lib/core/documents/language'

/** What a settlement says in a customer's language, beside the words of the contract. */
export type SettlementWords = {
  title: string
  readings: string
  things: string
  when: string
  driven: string
  includedKm: string
  early: (returned: string, agreed: string) => string
  charges: string
  prepaid: string
  received: string
  due: string
  credit: string
  settled: string
  owed: (amount: string) => string
  slip: (amount: string) => string
  creditFollows: (amount: string) => string
  newDamage: string
  message: (number: string) => string
}

export const SETTLEMENT_WORDS: Record<DocumentLanguage, SettlementWords> = {
  de: {
    title: 'Abrechnung zum Mietvertrag',
    readings: 'Abholung und Rückgabe',
    things: 'Schlüssel, Zubehör',
    when: 'Zeitpunkt',
    driven: 'Gefahren',
    includedKm: 'inbegriffen',
    early: (returned, agreed) =>
      `Das Fahrzeug kam am ${returned} zurück, vereinbart war ${agreed}. Verrechnet wird die vereinbarte Mietdauer.`,
    charges: 'Was die Miete kostet',
    prepaid: 'Anzahlung bei der Buchung',
    received: 'Zahlung',
    due: 'Zu bezahlen',
    credit: 'Guthaben',
    settled: 'Alles ist bezahlt. Besten Dank.',
    owed: (amount) => `Zu bezahlen sind ${amount}. Die Rechnung folgt.`,
    slip: (amount) =>
      `Zu bezahlen sind ${amount}. Der Einzahlungsschein und die Rechnung, die folgt, tragen dieselbe Referenz: Bezahlen Sie nur einmal.`,
    creditFollows: (amount) =>
      `Sie haben ${amount} zu viel bezahlt; dieser Betrag wird Ihnen zurückerstattet.`,
    newDamage: 'Neue Schäden bei der Rückgabe',
    message: (number) => `Abrechnung ${number}`,
  },
  fr: {
    title: 'Décompte du contrat de location',
    readings: 'Prise en charge et restitution',
    things: 'Clés, accessoires',
    when: 'Date et heure',
    driven: 'Distance parcourue',
    includedKm: 'inclus',
    early: (returned, agreed) =>
      `Le véhicule a été restitué le ${returned} au lieu du ${agreed}. La durée convenue est facturée.`,
    charges: 'Prix de la location',
    prepaid: 'Acompte versé à la réservation',
    received: 'Paiement',
    due: 'À payer',
    credit: 'Avoir',
    settled: 'Tout est payé. Merci.',
    owed: (amount) => `Il reste ${amount} à payer. La facture suivra.`,
    slip: (amount) =>
      `Il reste ${amount} à payer. Le bulletin de versement et la facture qui suivra portent la même référence : ne payez qu’une seule fois.`,
    creditFollows: (amount) => `Vous avez payé ${amount} de trop ; ce montant vous sera remboursé.`,
    newDamage: 'Nouveaux dommages à la restitution',
    message: (number) => `Décompte ${number}`,
  },
  it: {
    title: 'Conteggio del contratto di noleggio',
    readings: 'Ritiro e riconsegna',
    things: 'Chiavi, accessori',
    when: 'Data e ora',
    driven: 'Percorsi',
    includedKm: 'inclusi',
    early: (returned, agreed) =>
      `Il veicolo è stato riconsegnato il ${returned} invece del ${agreed}. Viene fatturata la durata convenuta.`,
    charges: 'Prezzo del noleggio',
    prepaid: 'Acconto versato alla prenotazione',
    received: 'Pagamento',
    due: 'Da pagare',
    credit: 'Saldo a suo favore',
    settled: 'Tutto è pagato. Grazie.',
    owed: (amount) => `Restano da pagare ${amount}. Seguirà la fattura.`,
    slip: (amount) =>
      `Restano da pagare ${amount}. La polizza di versamento e la fattura che seguirà portano lo stesso riferimento: la preghiamo di pagare una volta sola.`,
    creditFollows: (amount) => `Ha pagato ${amount} in più; questo importo le sarà rimborsato.`,
    newDamage: 'Nuovi danni alla riconsegna',
    message: (number) => `Conteggio ${number}`,
  },
  en: {
    title: 'Settlement of rental contract',
    readings: 'Pickup and return',
    things: 'Keys, accessories',
    when: 'Time',
    driven: 'Driven',
    includedKm: 'included',
    early: (returned, agreed) =>
      `The vehicle came back on ${returned}; ${agreed} was agreed. The agreed rental period is charged.`,
    charges: 'What the rental costs',
    prepaid: 'Deposit paid on booking',
    received: 'Payment',
    due: 'To pay',
    credit: 'Credit',
    settled: 'Everything has been paid. Thank you.',
    owed: (amount) => `${amount} is to be paid. The invoice follows.`,
    slip: (amount) =>
      `${amount} is to be paid. The payment slip and the invoice that follows carry the same reference: please pay once only.`,
    creditFollows: (amount) => `You have paid ${amount} too much; it will be refunded.`,
    newDamage: 'New damage at the return',
    message: (number) => `Settlement ${number}`,
  },
}
