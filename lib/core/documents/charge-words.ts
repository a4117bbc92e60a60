import type { DocumentLanguage } from '@/lib/core/documents/language'

/** How priced lines and their sums are called on documents. */
export type ChargeWords = {
  rental: Record<'hour' | 'day' | 'week' | 'month' | 'weekday', string>
  discount: Record<'long_rental' | 'promo', string>
  fee: Record<'one_way' | 'out_of_hours_pickup' | 'out_of_hours_return' | 'young_driver', string>
  rounding: string
  extra_km: string
  fuel: string
  charge: string
  late_return: string
  damage: string
  damages: Record<'scratch' | 'dent' | 'crack' | 'chip' | 'missing' | 'stain' | 'other', string>
  columns: { description: string; quantity: string; price: string; vat: string; amount: string }
  perDay: string
  /** So many days of all. */
  days: (days: number, of: number) => string
  units: { km: string; litre: string; kwh: string }
  total: string
  vatIncluded: string
  vatRate: string
  net: string
  vat: string
  gross: string
  noVat: string
  page: (number: number, count: number) => string
}

const de: ChargeWords = {
  rental: {
    hour: 'Miete, Stunden',
    day: 'Miete, Tage',
    week: 'Miete, Wochen',
    month: 'Miete, Monate',
    weekday: 'Wochentagszuschlag',
  },
  discount: { long_rental: 'Langzeitrabatt', promo: 'Aktionscode' },
  fee: {
    one_way: 'Einwegmiete',
    out_of_hours_pickup: 'Abholung ausserhalb der Öffnungszeiten',
    out_of_hours_return: 'Rückgabe ausserhalb der Öffnungszeiten',
    young_driver: 'Junglenker',
  },
  rounding: 'Rundung',
  extra_km: 'Mehrkilometer',
  fuel: 'Fehlender Treibstoff',
  charge: 'Fehlende Ladung',
  late_return: 'Verspätete Rückgabe',
  damage: 'Schaden',
  damages: {
    scratch: 'Kratzer',
    dent: 'Delle',
    crack: 'Riss',
    chip: 'Steinschlag',
    missing: 'fehlt',
    stain: 'Fleck',
    other: 'anderes',
  },
  columns: { description: 'Leistung', quantity: 'Menge', price: 'Preis', vat: 'MWST', amount: 'Betrag' },
  perDay: 'pro Tag',
  days: (days, of) => `${days} von ${of} Tagen`,
  units: { km: 'km', litre: 'l', kwh: 'kWh' },
  total: 'Total',
  vatIncluded: 'Im Total enthaltene MWST',
  vatRate: 'Satz',
  net: 'Netto',
  vat: 'MWST',
  gross: 'Brutto',
  noVat: 'Ohne MWST: nicht steuerpflichtig.',
  page: (number, count) => `Seite ${number} von ${count}`,
}

const fr: ChargeWords = {
  rental: {
    hour: 'Location, heures',
    day: 'Location, jours',
    week: 'Location, semaines',
    month: 'Location, mois',
    weekday: 'Supplément jour de semaine',
  },
  discount: { long_rental: 'Rabais longue durée', promo: 'Code promo' },
  fee: {
    one_way: 'Aller simple',
    out_of_hours_pickup: 'Prise en charge hors horaires',
    out_of_hours_return: 'Restitution hors horaires',
    young_driver: 'Jeune conducteur',
  },
  rounding: 'Arrondi',
  extra_km: 'Kilomètres supplémentaires',
  fuel: 'Carburant manquant',
  charge: 'Recharge manquante',
  late_return: 'Retour tardif',
  damage: 'Dommage',
  damages: {
    scratch: 'rayure',
    dent: 'bosse',
    crack: 'fissure',
    chip: 'éclat',
    missing: 'manquant',
    stain: 'tache',
    other: 'autre',
  },
  columns: { description: 'Prestation', quantity: 'Quantité', price: 'Prix', vat: 'TVA', amount: 'Montant' },
  perDay: 'par jour',
  days: (days, of) => `${days} de ${of} jours`,
  units: { km: 'km', litre: 'l', kwh: 'kWh' },
  total: 'Total',
  vatIncluded: 'TVA comprise dans le total',
  vatRate: 'Taux',
  net: 'Net',
  vat: 'TVA',
  gross: 'Brut',
  noVat: 'Sans TVA : non assujetti.',
  page: (number, count) => `Page ${number} sur ${count}`,
}

const it: ChargeWords = {
  rental: {
    hour: 'Noleggio, ore',
    day: 'Noleggio, giorni',
    week: 'Noleggio, settimane',
    month: 'Noleggio, mesi',
    weekday: 'Supplemento giorno della settimana',
  },
  discount: { long_rental: 'Sconto lunga durata', promo: 'Codice promozionale' },
  fee: {
    one_way: 'Solo andata',
    out_of_hours_pickup: 'Ritiro fuori orario',
    out_of_hours_return: 'Riconsegna fuori orario',
    young_driver: 'Giovane conducente',
  },
  rounding: 'Arrotondamento',
  extra_km: 'Chilometri supplementari',
  fuel: 'Carburante mancante',
  charge: 'Ricarica mancante',
  late_return: 'Riconsegna in ritardo',
  damage: 'Danno',
  damages: {
    scratch: 'graffio',
    dent: 'ammaccatura',
    crack: 'crepa',
    chip: 'scheggiatura',
    missing: 'mancante',
    stain: 'macchia',
    other: 'altro',
  },
  columns: {
    description: 'Prestazione',
    quantity: 'Quantità',
    price: 'Prezzo',
    vat: 'IVA',
    amount: 'Importo',
  },
  perDay: 'al giorno',
  days: (days, of) => `${days} di ${of} giorni`,
  units: { km: 'km', litre: 'l', kwh: 'kWh' },
  total: 'Totale',
  vatIncluded: 'IVA compresa nel totale',
  vatRate: 'Aliquota',
  net: 'Netto',
  vat: 'IVA',
  gross: 'Lordo',
  noVat: 'Senza IVA: non assoggettato.',
  page: (number, count) => `Pagina ${number} di ${count}`,
}

const en: ChargeWords = {
  rental: {
    hour: 'Rental, hours',
    day: 'Rental, days',
    week: 'Rental, weeks',
    month: 'Rental, months',
    weekday: 'Weekday surcharge',
  },
  discount: { long_rental: 'Long rental discount', promo: 'Promo code' },
  fee: {
    one_way: 'One-way rental',
    out_of_hours_pickup: 'Pickup outside opening hours',
    out_of_hours_return: 'Return outside opening hours',
    young_driver: 'Young driver',
  },
  rounding: 'Rounding',
  extra_km: 'Extra kilometres',
  fuel: 'Missing fuel',
  charge: 'Missing charge',
  late_return: 'Late return',
  damage: 'Damage',
  damages: {
    scratch: 'scratch',
    dent: 'dent',
    crack: 'crack',
    chip: 'stone chip',
    missing: 'missing',
    stain: 'stain',
    other: 'other',
  },
  columns: { description: 'Service', quantity: 'Quantity', price: 'Price', vat: 'VAT', amount: 'Amount' },
  perDay: 'per day',
  days: (days, of) => `${days} of ${of} days`,
  units: { km: 'km', litre: 'l', kwh: 'kWh' },
  total: 'Total',
  vatIncluded: 'VAT included in the total',
  vatRate: 'Rate',
  net: 'Net',
  vat: 'VAT',
  gross: 'Gross',
  noVat: 'No VAT: not liable.',
  page: (number, count) => `Page ${number} of ${count}`,
}

export const CHARGE_WORDS: Record<DocumentLanguage, ChargeWords> = { de, fr, it, en }
