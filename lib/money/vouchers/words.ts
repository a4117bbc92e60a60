import type { DocumentLanguage } from '@/lib/core/documents/language'

/** What a printed voucher says in its language. */
export type VoucherWords = {
  title: string
  value: string
  code: string
  left: string
  expiresOn: string
  forever: string
  issuedOn: string
  howTo: string
  steps: (site: string | null) => string[]
  terms: string
  scan: string
}

export const VOUCHER_WORDS: Record<DocumentLanguage, VoucherWords> = {
  de: {
    title: 'Gutschein',
    value: 'Wert',
    code: 'Code',
    left: 'Noch darauf',
    expiresOn: 'Gültig bis',
    forever: 'Ohne Ablauf',
    issuedOn: 'Ausgestellt',
    howTo: 'So lösen Sie ihn ein',
    steps: (site) => [
      ...(site ? [`Beim Buchen auf ${site}: Geben Sie den Code bei den Angaben zur Buchung ein.`] : []),
      'Auf einer Rechnung: Öffnen Sie den Zahlungslink und geben Sie den Code ein.',
      'Bei uns vor Ort: Zeigen Sie diesen Gutschein.',
    ],
    terms:
      'Er lässt sich ganz oder in Teilen einlösen; was übrig bleibt, bleibt gültig. Wer den Code hat, kann damit bezahlen: Bewahren Sie ihn auf wie Bargeld.',
    scan: 'Jetzt buchen',
  },
  fr: {
    title: 'Bon cadeau',
    value: 'Valeur',
    code: 'Code',
    left: 'Solde',
    expiresOn: 'Valable jusqu’au',
    forever: 'Sans échéance',
    issuedOn: 'Établi le',
    howTo: 'Comment l’utiliser',
    steps: (site) => [
      ...(site ? [`En réservant sur ${site} : saisissez le code avec vos coordonnées.`] : []),
      'Pour une facture : ouvrez le lien de paiement et saisissez le code.',
      'Chez nous, sur place : présentez ce bon.',
    ],
    terms:
      'Il s’utilise en une ou plusieurs fois ; le solde reste valable. Quiconque connaît le code peut payer avec : conservez-le comme de l’argent liquide.',
    scan: 'Réserver',
  },
  it: {
    title: 'Buono regalo',
    value: 'Valore',
    code: 'Codice',
    left: 'Saldo',
    expiresOn: 'Valido fino al',
    forever: 'Senza scadenza',
    issuedOn: 'Emesso il',
    howTo: 'Come utilizzarlo',
    steps: (site) => [
      ...(site ? [`Prenotando su ${site}: inserisca il codice con i dati della prenotazione.`] : []),
      'Per una fattura: apra il link di pagamento e inserisca il codice.',
      'Da noi, sul posto: mostri questo buono.',
    ],
    terms:
      'Si utilizza in una o più volte; il saldo resta valido. Chi conosce il codice può pagare: lo conservi come denaro contante.',
    scan: 'Prenotare',
  },
  en: {
    title: 'Gift voucher',
    value: 'Value',
    code: 'Code',
    left: 'Left on it',
    expiresOn: 'Valid until',
    forever: 'No expiry',
    issuedOn: 'Issued',
    howTo: 'How to use it',
    steps: (site) => [
      ...(site ? [`When booking on ${site}: enter the code with the details of your booking.`] : []),
      'On an invoice: open the payment link and enter the code.',
      'At our counter: show this voucher.',
    ],
    terms:
      'Use it all at once or in parts; what is left stays valid. Whoever has the code can pay with it: keep it like cash.',
    scan: 'Book now',
  },
}
