/** One demo company: what its owner would have typed into sign-up and settings. */
export interface DemoCompany {
  slug: string
  name: string
  lines: string[]
  /** Its account at Stripe, which takes cards from the start. */
  stripeAccount: string
  settings: Record<
    string,
    string | number | boolean | Record<string, string> | { hours: number; percent: number }[]
  >
}

const rentalTerms = {
  de: [
    '1. Das Fahrzeug darf nur von den im Vertrag genannten Personen mit gültigem Führerausweis gelenkt werden.',
    '2. Rauchen, Tiere ohne Box und Fahrten ausserhalb Europas sind nicht gestattet.',
    '3. Das Fahrzeug wird mit gleichem Tankstand zurückgegeben; fehlender Treibstoff wird zum vereinbarten Literpreis verrechnet.',
    '4. Bussen und Gebühren aus der Mietdauer trägt der Mieter.',
    '5. Schäden sind sofort zu melden. Der Selbstbehalt beträgt CHF 2000.00, sofern nicht reduziert.',
    '6. Stornierung bis 48 Stunden vor Mietbeginn kostenlos, danach verfällt die Anzahlung.',
    '7. Es gilt schweizerisches Recht; Gerichtsstand ist Zürich.',
  ].join('\n'),
  fr: [
    '1. Seules les personnes nommées dans le contrat et titulaires d’un permis valable peuvent conduire le véhicule.',
    '2. Il est interdit de fumer, de transporter des animaux hors d’une caisse et de quitter l’Europe.',
    '3. Le véhicule est rendu avec le même niveau de carburant; le carburant manquant est facturé au prix du litre convenu.',
    '4. Les amendes et taxes de la période de location sont à la charge du locataire.',
    '5. Tout dommage est annoncé immédiatement. La franchise est de CHF 2000.00, sauf réduction.',
    '6. L’annulation est gratuite jusqu’à 48 heures avant le début de la location; ensuite, l’acompte est perdu.',
    '7. Le droit suisse est applicable; le for est à Zurich.',
  ].join('\n'),
  it: [
    '1. Solo le persone indicate nel contratto e titolari di una licenza valida possono guidare il veicolo.',
    '2. È vietato fumare, trasportare animali fuori da un trasportino e uscire dall’Europa.',
    '3. Il veicolo va riconsegnato con lo stesso livello di carburante; quello mancante è fatturato al prezzo al litro convenuto.',
    '4. Le multe e le tasse del periodo di noleggio sono a carico del locatario.',
    '5. I danni vanno annunciati subito. La franchigia è di CHF 2000.00, salvo riduzione.',
    '6. La cancellazione è gratuita fino a 48 ore prima dell’inizio del noleggio; in seguito l’acconto è perso.',
    '7. Si applica il diritto svizzero; il foro è Zurigo.',
  ].join('\n'),
  en: [
    '1. Only the people named in the contract, holding a valid licence, may drive the vehicle.',
    '2. Smoking, animals outside a box and journeys outside Europe are not allowed.',
    '3. The vehicle is returned with the same fuel level; missing fuel is charged at the agreed price per litre.',
    '4. Fines and fees of the rental period are paid by the renter.',
    '5. Damage is reported at once. The excess is CHF 2000.00 unless reduced.',
    '6. Cancellation is free until 48 hours before the rental begins; after that the deposit is forfeited.',
    '7. Swiss law applies; the place of jurisdiction is Zurich.',
  ].join('\n'),
}

export const alpenmobil: DemoCompany = {
  slug: 'alpenmobil',
  name: 'Alpenmobil',
  lines: ['rentals'],
  stripeAccount: 'acct_alpenmobil',
  settings: {
    legal_name: 'Alpenmobil AG',
    email: 'info@alpenmobil.test',
    phone: '+41442010101',
    street: 'Zollstrasse',
    house_number: '42',
    postal_code: '8005',
    town: 'Zürich',
    canton: 'ZH',
    uid_number: 'CHE-113.690.319',
    // The QR-IBAN of the standard's own examples.
    iban: 'CH4431999123000889012',
    accent_color: '#0f766e',
    // As the sixth of its terms says: half of the price is what is paid at booking.
    cancellation_policy: [{ hours: 48, percent: 50 }],
    terms: rentalTerms,
  },
}

export const glanzwerk: DemoCompany = {
  slug: 'glanzwerk',
  name: 'Glanzwerk',
  lines: ['services'],
  stripeAccount: 'acct_glanzwerk',
  settings: {
    legal_name: 'Glanzwerk GmbH',
    email: 'info@glanzwerk.test',
    phone: '+41442020202',
    street: 'Hardstrasse',
    house_number: '7',
    postal_code: '8004',
    town: 'Zürich',
    canton: 'ZH',
    uid_number: 'CHE-107.787.577',
    iban: 'CH5800791123000889012',
    accent_color: '#7c3aed',
    typeface: 'space-grotesk',
    colored_header: true,
    headlines: {
      de: 'Ihr Auto, wie am ersten Tag',
      fr: 'Votre voiture, comme au premier jour',
      it: 'La sua auto, come il primo giorno',
      en: 'Your car, like on day one',
    },
    leads: {
      de: 'Handwäsche, Politur und Innenreinigung an der Hardstrasse.',
      fr: 'Lavage à la main, polissage et nettoyage intérieur à la Hardstrasse.',
      it: 'Lavaggio a mano, lucidatura e pulizia interna alla Hardstrasse.',
      en: 'Hand wash, polish and interior cleaning on Hardstrasse.',
    },
    abouts: {
      de: 'Seit 2009 pflegen wir Autos von Hand: mit Regenwasser, Geduld und Mitteln, die der Lack verträgt.\n\nBringen Sie den Wagen am Morgen, am Abend steht er glänzend da.',
      fr: 'Depuis 2009, nous soignons les voitures à la main: avec de l’eau de pluie, de la patience et des produits que la peinture supporte.\n\nApportez-la le matin, elle brille le soir.',
      it: 'Dal 2009 curiamo le auto a mano: con acqua piovana, pazienza e prodotti che la vernice sopporta.\n\nLa porti al mattino, la sera brilla.',
      en: 'Since 2009 we have looked after cars by hand: with rainwater, patience and products that paint can bear.\n\nBring yours in the morning, it shines in the evening.',
    },
  },
}
