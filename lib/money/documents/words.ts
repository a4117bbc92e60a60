import type { DocumentLanguage } from '@/lib/core/documents/language'

/** What an invoice says in a customer's language. */
export type InvoiceWords = {
  title: string
  contract: string
  vehicle: string
  issuedOn: string
  dueOn: string
  service: string
  costCentre: string
  order: string
  groupSum: string
  vatNumber: string
  prepaid: string
  received: string
  open: string
  paid: string
  payBy: (date: string, amount: string) => string
  /** Where to, for an account that no Swiss slip can name. */
  payTo: (iban: string, number: string) => string
  payBySlip: (date: string, amount: string) => string
  message: (number: string) => string
}

export const INVOICE_WORDS: Record<DocumentLanguage, InvoiceWords> = {
  de: {
    title: 'Rechnung',
    contract: 'Mietvertrag',
    vehicle: 'Fahrzeug',
    issuedOn: 'Datum',
    dueOn: 'Zahlbar bis',
    service: 'Leistung',
    costCentre: 'Kostenstelle',
    order: 'Bestellung',
    groupSum: 'Zusammen',
    vatNumber: 'MWST-Nr.',
    prepaid: 'Anzahlung bei der Buchung',
    received: 'Zahlung',
    open: 'Zu bezahlen',
    paid: 'Dieser Betrag ist bezahlt. Besten Dank.',
    payBy: (date, amount) => `Bitte bezahlen Sie ${amount} bis ${date}.`,
    payTo: (iban, number) => `Konto: ${iban}. Bitte geben Sie ${number} an.`,
    payBySlip: (date, amount) => `Bitte bezahlen Sie ${amount} bis ${date} mit dem Einzahlungsschein.`,
    message: (number) => `Rechnung ${number}`,
  },
  fr: {
    title: 'Facture',
    contract: 'Contrat de location',
    vehicle: 'Véhicule',
    issuedOn: 'Date',
    dueOn: 'Payable jusqu’au',
    service: 'Prestation',
    costCentre: 'Centre de coûts',
    order: 'Commande',
    groupSum: 'Ensemble',
    vatNumber: 'N° TVA',
    prepaid: 'Acompte versé à la réservation',
    received: 'Paiement',
    open: 'À payer',
    paid: 'Ce montant est payé. Merci.',
    payBy: (date, amount) => `Veuillez payer ${amount} jusqu’au ${date}.`,
    payTo: (iban, number) => `Compte : ${iban}. Veuillez indiquer ${number}.`,
    payBySlip: (date, amount) =>
      `Veuillez payer ${amount} jusqu’au ${date} au moyen du bulletin de versement.`,
    message: (number) => `Facture ${number}`,
  },
  it: {
    title: 'Fattura',
    contract: 'Contratto di noleggio',
    vehicle: 'Veicolo',
    issuedOn: 'Data',
    dueOn: 'Pagabile entro il',
    service: 'Prestazione',
    costCentre: 'Centro di costo',
    order: 'Ordine',
    groupSum: 'Insieme',
    vatNumber: 'N. IVA',
    prepaid: 'Acconto versato alla prenotazione',
    received: 'Pagamento',
    open: 'Da pagare',
    paid: 'Questo importo è pagato. Grazie.',
    payBy: (date, amount) => `La preghiamo di pagare ${amount} entro il ${date}.`,
    payTo: (iban, number) => `Conto: ${iban}. Indichi per favore ${number}.`,
    payBySlip: (date, amount) =>
      `La preghiamo di pagare ${amount} entro il ${date} con la polizza di versamento.`,
    message: (number) => `Fattura ${number}`,
  },
  en: {
    title: 'Invoice',
    contract: 'Rental contract',
    vehicle: 'Vehicle',
    issuedOn: 'Date',
    dueOn: 'Payable by',
    service: 'Service',
    costCentre: 'Cost centre',
    order: 'Order',
    groupSum: 'Together',
    vatNumber: 'VAT no.',
    prepaid: 'Deposit paid on booking',
    received: 'Payment',
    open: 'To pay',
    paid: 'This amount has been paid. Thank you.',
    payBy: (date, amount) => `Please pay ${amount} by ${date}.`,
    payTo: (iban, number) => `Account: ${iban}. Please quote ${number}.`,
    payBySlip: (date, amount) => `Please pay ${amount} by ${date} with the payment slip.`,
    message: (number) => `Invoice ${number}`,
  },
}

/** What a credit note says in a customer's language. */
type CreditNoteWords = {
  title: string
  issuedOn: string
  invoice: string
  invoiceDate: string
  reason: string
  total: string
  text: (invoice: string) => string
}

export const CREDIT_NOTE_WORDS: Record<DocumentLanguage, CreditNoteWords> = {
  de: {
    title: 'Gutschrift',
    issuedOn: 'Datum',
    invoice: 'Zur Rechnung',
    invoiceDate: 'Rechnung vom',
    reason: 'Grund',
    total: 'Gutschrift',
    text: (invoice) => `Dieser Betrag wird an die Rechnung ${invoice} angerechnet.`,
  },
  fr: {
    title: 'Note de crédit',
    issuedOn: 'Date',
    invoice: 'Pour la facture',
    invoiceDate: 'Facture du',
    reason: 'Motif',
    total: 'Crédit',
    text: (invoice) => `Ce montant est porté en déduction de la facture ${invoice}.`,
  },
  it: {
    title: 'Nota di credito',
    issuedOn: 'Data',
    invoice: 'Per la fattura',
    invoiceDate: 'Fattura del',
    reason: 'Motivo',
    total: 'Accredito',
    text: (invoice) => `Questo importo è dedotto dalla fattura ${invoice}.`,
  },
  en: {
    title: 'Credit note',
    issuedOn: 'Date',
    invoice: 'For invoice',
    invoiceDate: 'Invoice of',
    reason: 'Reason',
    total: 'Credit',
    text: (invoice) => `This amount is credited against invoice ${invoice}.`,
  },
}
