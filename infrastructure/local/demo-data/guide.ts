/** What the demo company's guide is called. */
export const guideNames = {
  de: 'Gut unterwegs',
  fr: 'Bien en route',
  it: 'In viaggio',
  en: 'On the road',
}

const section = { photo_ids: [] as string[], paid: false }

/** The guide of the demo company: some of it at once, the way to the key only a day before pickup and to who has paid. */
export const guideSections = [
  {
    ...section,
    key: 'before',
    titles: { de: 'Vor der Abholung', fr: 'Avant le retrait', it: 'Prima del ritiro', en: 'Before pickup' },
    texts: {
      de: 'Bitte bringen Sie mit:\n\n- Führerausweis im Original\n- Identitätskarte oder Pass\n- die Karte, mit der Sie bezahlt haben\n\nDie Übergabe dauert **etwa 15 Minuten**, wenn Sie den Check-in schon gemacht haben.',
      fr: 'Veuillez apporter:\n\n- le permis de conduire original\n- une carte d’identité ou un passeport\n- la carte avec laquelle vous avez payé\n\nLa remise dure **environ 15 minutes** si vous avez déjà fait l’enregistrement.',
      it: 'Porti con sé:\n\n- la licenza di condurre originale\n- la carta d’identità o il passaporto\n- la carta con cui ha pagato\n\nLa consegna dura **circa 15 minuti** se ha già fatto il check-in.',
      en: 'Please bring:\n\n- your original driving licence\n- an identity card or passport\n- the card you paid with\n\nPickup takes **about 15 minutes** once you have checked in online.',
    },
  },
  {
    ...section,
    key: 'key',
    paid: true,
    hours_before: 24,
    titles: {
      de: 'Schlüssel ausserhalb der Öffnungszeiten',
      fr: 'La clé hors des heures d’ouverture',
      it: 'La chiave fuori orario',
      en: 'The key outside opening hours',
    },
    texts: {
      de: 'Der Schlüsselkasten hängt links vom Eingang. Tippen Sie den Code, öffnen Sie das Fach mit Ihrem Kontrollschild und fotografieren Sie das Fahrzeug rundum, bevor Sie losfahren.',
      fr: 'La boîte à clés se trouve à gauche de l’entrée. Tapez le code, ouvrez le casier portant votre numéro de plaque et photographiez le véhicule tout autour avant de partir.',
      it: 'La cassetta delle chiavi si trova a sinistra dell’entrata. Digiti il codice, apra lo scomparto con il numero di targa e fotografi il veicolo tutt’intorno prima di partire.',
      en: 'The key box hangs to the left of the entrance. Type the code, open the compartment with your plate number and photograph the vehicle all around before you drive off.',
    },
  },
  {
    ...section,
    key: 'abroad',
    titles: { de: 'Fahrten ins Ausland', fr: 'À l’étranger', it: 'All’estero', en: 'Driving abroad' },
    texts: {
      de: 'Deutschland, Österreich, Italien und Frankreich sind erlaubt. Die Schweizer Vignette klebt; für Österreich und für Umweltzonen brauchen Sie eine eigene Plakette.',
      fr: 'L’Allemagne, l’Autriche, l’Italie et la France sont autorisées. La vignette suisse est collée; pour l’Autriche et les zones environnementales, il vous faut une vignette propre.',
      it: 'Germania, Austria, Italia e Francia sono permesse. Il contrassegno svizzero è applicato; per l’Austria e le zone ambientali serve un contrassegno proprio.',
      en: 'Germany, Austria, Italy and France are allowed. The Swiss motorway sticker is on the windscreen; Austria and low-emission zones need one of their own.',
    },
  },
  {
    ...section,
    key: 'breakdown',
    titles: {
      de: 'Panne oder Unfall',
      fr: 'Panne ou accident',
      it: 'Guasto o incidente',
      en: 'Breakdown or accident',
    },
    texts: {
      de: '1. Warnweste an, Pannendreieck stellen.\n2. Bei Verletzten **144**, sonst bei Streit oder Fremdschaden **117**.\n3. Rufen Sie uns an: Wir organisieren Hilfe und, wenn nötig, ein Ersatzfahrzeug.\n\nDas europäische Unfallprotokoll liegt im Handschuhfach.',
      fr: '1. Mettez le gilet, placez le triangle.\n2. Blessés: **144**; litige ou dégâts à autrui: **117**.\n3. Appelez-nous: nous organisons l’aide et, au besoin, un véhicule de remplacement.\n\nLe constat européen se trouve dans la boîte à gants.',
      it: '1. Indossi il gilet, metta il triangolo.\n2. Feriti: **144**; litigi o danni a terzi: **117**.\n3. Ci chiami: organizziamo l’aiuto e, se serve, un veicolo sostitutivo.\n\nLa constatazione europea è nel cassetto portaoggetti.',
      en: '1. Put on the vest, place the triangle.\n2. Injured people: **144**; disputes or damage to others: **117**.\n3. Call us: we arrange help and, if needed, another vehicle.\n\nThe European accident report is in the glove compartment.',
    },
  },
  {
    ...section,
    key: 'return',
    titles: { de: 'Rückgabe', fr: 'Restitution', it: 'Riconsegna', en: 'Return' },
    texts: {
      de: 'Bitte volltanken oder auf den Stand der Abholung laden und den Beleg behalten. Wird es später, schreiben Sie uns: Oft lässt sich die Miete verlängern.',
      fr: 'Faites le plein ou rechargez au niveau du retrait et gardez le ticket. Du retard? Écrivez-nous: la location peut souvent être prolongée.',
      it: 'Faccia il pieno o ricarichi al livello del ritiro e conservi lo scontrino. È in ritardo? Ci scriva: spesso il noleggio si può prolungare.',
      en: 'Please refuel or recharge to the level at pickup and keep the receipt. Running late? Write to us: the rental can often be extended.',
    },
  },
]
