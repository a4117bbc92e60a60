/** The columns of a customer list in the order of its preview, and the headers people give them. */
const HEADERS = {
  kind: ['art', 'typ', 'kind', 'type'],
  firm_name: ['firma', 'firmenname', 'unternehmen', 'company', 'company name', 'firm'],
  first_name: ['vorname', 'first name', 'prenom', 'nome'],
  last_name: ['name', 'nachname', 'familienname', 'last name', 'surname', 'nom', 'cognome'],
  email: ['e-mail', 'email', 'mail', 'e-mail-adresse', 'email address'],
  phone: ['telefon', 'tel', 'mobile', 'handy', 'natel', 'phone', 'telephone', 'mobil'],
  street: ['strasse', 'adresse', 'street', 'rue', 'via'],
  house_number: ['hausnummer', 'nr', 'haus-nr', 'house number', 'no'],
  postal_code: ['plz', 'postleitzahl', 'postcode', 'postal code', 'zip', 'npa', 'cap'],
  town: ['ort', 'stadt', 'town', 'city', 'lieu', 'localita'],
  country: ['land', 'country', 'pays', 'paese'],
  canton: ['kanton', 'canton'],
  language: ['sprache', 'language', 'langue', 'lingua'],
  birth_date: ['geburtsdatum', 'geboren', 'birth date', 'date of birth', 'birthday'],
  nationality: ['nationalitat', 'nationality', 'staatsangehorigkeit'],
  uid_number: ['uid', 'uid-nummer', 'mwst-nr', 'mwst-nummer', 'vat number', 'uid number'],
  tags: ['stichworter', 'schlagworter', 'tags', 'gruppe', 'labels'],
  notes: ['notiz', 'notizen', 'bemerkung', 'bemerkungen', 'notes', 'note', 'remarks'],
} as const

export type CustomerColumn = keyof typeof HEADERS

export const CUSTOMER_COLUMNS = Object.keys(HEADERS) as CustomerColumn[]

/** Letter case, accents and stray dots do not matter in a header. */
function plain(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\s\u00A0_]+/g, ' ')
    .replace(/[.:*]+$/, '')
    .trim()
}

const COLUMN_BY_HEADER = new Map<string, CustomerColumn>(
  CUSTOMER_COLUMNS.flatMap((column) => HEADERS[column].map((header) => [plain(header), column] as const)),
)

/** Which column a header names; null for one we do not know. */
export function columnOf(header: string): CustomerColumn | null {
  return COLUMN_BY_HEADER.get(plain(header)) ?? null
}
