import type { DocumentLanguage } from '@/lib/core/documents/language'

/** What moves a customer's account, as the ledger calls it. */
type EntryKind =
  | 'invoice'
  | 'prepayment'
  | 'fees_waived'
  | 'credit_note'
  | 'reminder_fee'
  | 'bank_entry'
  | 'payment'
  | 'refund'
  | 'refund_failed'
  | 'deposit_resolved'
  | 'customer_credit'
  | 'credit_payout'

/** What a statement of account says in a customer's language. */
export type StatementWords = {
  title: string
  customer: string
  period: string
  day: string
  what: string
  amount: string
  balance: string
  opening: string
  closing: string
  empty: string
  openItems: string
  invoice: string
  issuedOn: string
  dueOn: string
  open: string
  nothingOpen: string
  inFavour: (amount: string) => string
  pay: (amount: string) => string
  payBySlip: (amount: string) => string
  message: (number: string) => string
  kinds: Record<EntryKind, string>
}

export const STATEMENT_WORDS: Record<DocumentLanguage, StatementWords> = {
  de: {
    title: 'Kontoauszug',
    customer: 'Kundennummer',
    period: 'Zeitraum',
    day: 'Datum',
    what: 'Buchung',
    amount: 'Betrag',
    balance: 'Saldo',
    opening: 'Anfangssaldo',
    closing: 'Schlusssaldo',
    empty: 'In dieser Zeit wurde nichts verbucht.',
    openItems: 'Offene Rechnungen',
    invoice: 'Rechnung',
    issuedOn: 'Ausgestellt',
    dueOn: 'Zahlbar bis',
    open: 'Offen',
    nothingOpen: 'Es ist nichts offen. Besten Dank.',
    inFavour: (amount) => `Sie haben ein Guthaben von ${amount}.`,
    pay: (amount) => `Bitte bezahlen Sie ${amount}.`,
    payBySlip: (amount) => `Bitte bezahlen Sie ${amount} mit dem Einzahlungsschein.`,
    message: (number) => `Kontoauszug ${number}`,
    kinds: {
      invoice: 'Rechnung',
      prepayment: 'Anzahlung',
      fees_waived: 'Mahngebühr erlassen',
      credit_note: 'Gutschrift',
      reminder_fee: 'Mahngebühr',
      bank_entry: 'Zahlungseingang',
      payment: 'Zahlung',
      refund: 'Erstattung',
      refund_failed: 'Erstattung zurück',
      deposit_resolved: 'Aus der Kaution',
      customer_credit: 'Guthaben',
      credit_payout: 'Guthaben ausbezahlt',
    },
  },
  fr: {
    title: 'Relevé de compte',
    customer: 'Numéro de client',
    period: 'Période',
    day: 'Date',
    what: 'Écriture',
    amount: 'Montant',
    balance: 'Solde',
    opening: 'Solde initial',
    closing: 'Solde final',
    empty: 'Aucune écriture durant cette période.',
    openItems: 'Factures ouvertes',
    invoice: 'Facture',
    issuedOn: 'Établie le',
    dueOn: 'Payable jusqu’au',
    open: 'Ouvert',
    nothingOpen: 'Aucun montant n’est ouvert. Merci.',
    inFavour: (amount) => `Vous avez un avoir de ${amount}.`,
    pay: (amount) => `Veuillez payer ${amount}.`,
    payBySlip: (amount) => `Veuillez payer ${amount} au moyen du bulletin de versement.`,
    message: (number) => `Relevé de compte ${number}`,
    kinds: {
      invoice: 'Facture',
      prepayment: 'Acompte',
      fees_waived: 'Frais de rappel remis',
      credit_note: 'Note de crédit',
      reminder_fee: 'Frais de rappel',
      bank_entry: 'Paiement reçu',
      payment: 'Paiement',
      refund: 'Remboursement',
      refund_failed: 'Remboursement retourné',
      deposit_resolved: 'Prélevé sur la caution',
      customer_credit: 'Avoir',
      credit_payout: 'Avoir versé',
    },
  },
  it: {
    title: 'Estratto conto',
    customer: 'Numero cliente',
    period: 'Periodo',
    day: 'Data',
    what: 'Registrazione',
    amount: 'Importo',
    balance: 'Saldo',
    opening: 'Saldo iniziale',
    closing: 'Saldo finale',
    empty: 'Nessuna registrazione in questo periodo.',
    openItems: 'Fatture aperte',
    invoice: 'Fattura',
    issuedOn: 'Emessa il',
    dueOn: 'Pagabile entro il',
    open: 'Aperto',
    nothingOpen: 'Nessun importo è aperto. Grazie.',
    inFavour: (amount) => `Ha un credito di ${amount}.`,
    pay: (amount) => `La preghiamo di pagare ${amount}.`,
    payBySlip: (amount) => `La preghiamo di pagare ${amount} con la polizza di versamento.`,
    message: (number) => `Estratto conto ${number}`,
    kinds: {
      invoice: 'Fattura',
      prepayment: 'Acconto',
      fees_waived: 'Spese di sollecito condonate',
      credit_note: 'Nota di credito',
      reminder_fee: 'Spese di sollecito',
      bank_entry: 'Pagamento ricevuto',
      payment: 'Pagamento',
      refund: 'Rimborso',
      refund_failed: 'Rimborso respinto',
      deposit_resolved: 'Dalla cauzione',
      customer_credit: 'Credito',
      credit_payout: 'Credito versato',
    },
  },
  en: {
    title: 'Statement of account',
    customer: 'Customer number',
    period: 'Period',
    day: 'Date',
    what: 'Entry',
    amount: 'Amount',
    balance: 'Balance',
    opening: 'Opening balance',
    closing: 'Closing balance',
    empty: 'Nothing was booked in this time.',
    openItems: 'Open invoices',
    invoice: 'Invoice',
    issuedOn: 'Issued',
    dueOn: 'Payable by',
    open: 'Open',
    nothingOpen: 'Nothing is open. Thank you.',
    inFavour: (amount) => `You have a balance of ${amount} in your favour.`,
    pay: (amount) => `Please pay ${amount}.`,
    payBySlip: (amount) => `Please pay ${amount} with the payment slip.`,
    message: (number) => `Statement of account ${number}`,
    kinds: {
      invoice: 'Invoice',
      prepayment: 'Deposit on booking',
      fees_waived: 'Reminder fee waived',
      credit_note: 'Credit note',
      reminder_fee: 'Reminder fee',
      bank_entry: 'Payment received',
      payment: 'Payment',
      refund: 'Refund',
      refund_failed: 'Refund returned',
      deposit_resolved: 'From the security deposit',
      customer_credit: 'Credit',
      credit_payout: 'Credit paid out',
    },
  },
}
