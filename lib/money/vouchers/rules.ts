/** What goes back of a voucher that is made void, as the database books it: from the till in 5-rappen steps, of a gift nothing. */
export function backRappen({
  method,
  balanceRappen,
}: {
  method: 'cash' | 'bank_transfer' | null
  balanceRappen: number
}): number {
  if (method === null) return 0
  return method === 'cash' ? Math.round(balanceRappen / 5) * 5 : balanceRappen
}
