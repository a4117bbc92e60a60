import type { DocumentLanguage } from '@/lib/core/documents/language'

/** What an addendum says in a customer's language, beside the words of the contract. */
export type AddendumWords = {
  title: (nth: number) => string
  to: string
  changes: (at: string) => string
  before: string
  after: string
  extras: string
  none: string
  total: string
  difference: string
  exchange: string
  back: string
  out: string
  otherwise: string
}

export const ADDENDUM_WORDS: Record<DocumentLanguage, AddendumWords> = {
  de: {
    title: (nth) => `Nachtrag ${nth}`,
    to: 'zum Mietvertrag',
    changes: (at) => `Geändert am ${at}`,
    before: 'Bisher',
    after: 'Neu',
    extras: 'Extras',
    none: 'keine',
    total: 'Gesamtpreis',
    difference: 'Preisunterschied',
    exchange: 'Fahrzeugtausch',
    back: 'Zurückgenommen',
    out: 'Übergeben',
    otherwise: 'Im Übrigen gilt der Mietvertrag unverändert. Die Preise enthalten die Mehrwertsteuer.',
  },
  fr: {
    title: (nth) => `Avenant ${nth}`,
    to: 'au contrat de location',
    changes: (at) => `Modifié le ${at}`,
    before: 'Jusqu’ici',
    after: 'Nouveau',
    extras: 'Options',
    none: 'aucune',
    total: 'Prix total',
    difference: 'Différence de prix',
    exchange: 'Échange de véhicule',
    back: 'Repris',
    out: 'Remis',
    otherwise: 'Pour le reste, le contrat de location demeure inchangé. Les prix comprennent la TVA.',
  },
  it: {
    title: (nth) => `Appendice ${nth}`,
    to: 'al contratto di noleggio',
    changes: (at) => `Modificato il ${at}`,
    before: 'Finora',
    after: 'Nuovo',
    extras: 'Extra',
    none: 'nessuno',
    total: 'Prezzo totale',
    difference: 'Differenza di prezzo',
    exchange: 'Cambio di veicolo',
    back: 'Ritirato',
    out: 'Consegnato',
    otherwise: 'Per il resto il contratto di noleggio rimane invariato. I prezzi comprendono l’IVA.',
  },
  en: {
    title: (nth) => `Addendum ${nth}`,
    to: 'to the rental contract',
    changes: (at) => `Changed on ${at}`,
    before: 'So far',
    after: 'From now on',
    extras: 'Extras',
    none: 'none',
    total: 'Total price',
    difference: 'Difference in price',
    exchange: 'Exchange of vehicles',
    back: 'Taken back',
    out: 'Handed over',
    otherwise: 'Otherwise the rental contract stands unchanged. Prices include VAT.',
  },
}
