import type { FormField } from '@/lib/checkin/schema'

const YES = { de: 'Ja', fr: 'Oui', it: 'Sì', en: 'Yes' }
const NO = { de: 'Nein', fr: 'Non', it: 'No', en: 'No' }

const WITH_SECOND = { field: 'second_driver', is: 'yes' }
/** Those that vehicles for hire ask for. */
const CATEGORIES = ['B', 'BE', 'C1', 'C1E', 'D1', 'A'].map((category) => ({
  key: category.toLowerCase(),
  labels: { de: category, fr: category, it: category, en: category },
}))

/** What most companies ask before handing a vehicle over: where a new form begins. By these keys the pickup finds what it fills in of the drivers. */
export const FORM_TEMPLATE: FormField[] = [
  {
    key: 'licence_front',
    kind: 'identity',
    required: true,
    labels: {
      de: 'Führerausweis, Vorderseite',
      fr: 'Permis de conduire, recto',
      it: 'Licenza di condurre, fronte',
      en: 'Driving licence, front',
    },
    help: {
      de: 'Gut lesbar und ganz im Bild. Das Foto wird 90 Tage nach der Miete gelöscht.',
      fr: 'Bien lisible et entier. La photo est effacée 90 jours après la location.',
      it: 'Ben leggibile e per intero. La foto viene cancellata 90 giorni dopo il noleggio.',
      en: 'Easy to read and complete. The photo is deleted 90 days after the rental.',
    },
  },
  {
    key: 'licence_back',
    kind: 'identity',
    required: true,
    labels: {
      de: 'Führerausweis, Rückseite',
      fr: 'Permis de conduire, verso',
      it: 'Licenza di condurre, retro',
      en: 'Driving licence, back',
    },
  },
  {
    key: 'licence_categories',
    kind: 'multi_choice',
    required: false,
    labels: {
      de: 'Kategorien auf Ihrem Führerausweis',
      fr: 'Catégories de votre permis de conduire',
      it: 'Categorie della sua licenza di condurre',
      en: 'Categories on your driving licence',
    },
    options: CATEGORIES,
  },
  {
    key: 'second_driver',
    kind: 'choice',
    required: true,
    labels: {
      de: 'Fährt noch jemand?',
      fr: 'Quelqu’un d’autre conduit-il?',
      it: 'Guida anche qualcun altro?',
      en: 'Does anybody else drive?',
    },
    options: [
      { key: 'no', labels: NO },
      { key: 'yes', labels: YES },
    ],
  },
  {
    key: 'second_driver_first_name',
    kind: 'text',
    required: true,
    labels: {
      de: 'Vorname der zweiten Person',
      fr: 'Prénom de la deuxième personne',
      it: 'Nome della seconda persona',
      en: 'First name of the second person',
    },
    when: WITH_SECOND,
  },
  {
    key: 'second_driver_last_name',
    kind: 'text',
    required: true,
    labels: {
      de: 'Nachname der zweiten Person',
      fr: 'Nom de la deuxième personne',
      it: 'Cognome della seconda persona',
      en: 'Last name of the second person',
    },
    when: WITH_SECOND,
  },
  {
    key: 'second_driver_birth_date',
    kind: 'date',
    required: true,
    labels: {
      de: 'Geburtsdatum der zweiten Person',
      fr: 'Date de naissance de la deuxième personne',
      it: 'Data di nascita della seconda persona',
      en: 'Date of birth of the second person',
    },
    when: WITH_SECOND,
  },
  {
    key: 'second_driver_licence_categories',
    kind: 'multi_choice',
    required: false,
    labels: {
      de: 'Kategorien auf dem Führerausweis der zweiten Person',
      fr: 'Catégories du permis de la deuxième personne',
      it: 'Categorie della licenza della seconda persona',
      en: 'Categories on the second person’s licence',
    },
    options: CATEGORIES,
    when: WITH_SECOND,
  },
  {
    key: 'wishes',
    kind: 'long_text',
    required: false,
    labels: {
      de: 'Was sollen wir noch wissen?',
      fr: 'Que devons-nous encore savoir?',
      it: 'Cos’altro dobbiamo sapere?',
      en: 'Anything else we should know?',
    },
  },
]
