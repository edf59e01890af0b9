/** The one form in which addresses are kept and compared. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}
