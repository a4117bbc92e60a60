/** Whether a customer would pay more than the excess they signed; null is no limit, or none signed. The database wants a reason then. */
export function isAboveAgreed(rappen: number | null, agreedRappen: number | null): boolean {
  return agreedRappen !== null && (rappen === null || rappen > agreedRappen)
}
