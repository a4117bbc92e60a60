/** As it is printed on the bill: QR references in fives from the right, creditor references in fours. */
export function groupReference(reference: string): string {
  return reference.startsWith('RF')
    ? reference.replace(/(.{4})(?=.)/g, '$1 ')
    : reference.replace(/(?=(.{5})+$)(?!^)/g, ' ')
}
