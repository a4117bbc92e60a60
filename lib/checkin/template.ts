import type { FormField } from '@/lib/checkin/schema'

const YES = { de: 'Ja', fr: 'Oui', it: 'Sì', en: 'Yes' }
const NO = { de: 'Nein', fr: 'Non', it: 'No', en: 'No' }

/** What most companies ask before handing a vehicle over: where a new form begins. */
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
    key: 'second_driver_name',
    kind: 'text',
    required: true,
    labels: {
      de: 'Name und Geburtsdatum der zweiten Person',
      fr: 'Nom et date de naissance de la deuxième personne',
      it: 'Nome e data di nascita della seconda persona',
      en: 'Name and date of birth of the second person',
    },
    when: { field: 'second_driver', is: 'yes' },
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
