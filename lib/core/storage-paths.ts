/** Private buckets and what lies in them. Policies read the first folder as the company. */
export type StorageEntity =
  | 'handovers'
  | 'contracts'
  | 'settlements'
  | 'invoices'
  | 'credit-notes'
  | 'documents'
  | 'vehicles'
  | 'customers'
  | 'branding'
  | 'imports'
  | 'checkin'
  | 'guides'
  | 'messages'

/** Path of an object: `{company}/{entity}/{id}.{extension}`; never a name a user chose. */
export function storagePath(companyId: string, entity: StorageEntity, id: string, extension: string): string {
  if (!/^[a-z0-9]{1,5}$/.test(extension)) throw new Error(`Not a file extension: ${extension}`)
  return `${companyId}/${entity}/${id}.${extension}`
}

/** Longest life of a signed address, in seconds: operators see files briefly, customers keep a link for a day. */
export const SIGNED_URL_SECONDS = { operator: 300, customer: 86_400 } as const
