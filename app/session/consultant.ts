/** A consultant's account, without its password. */
export interface Consultant {
  id: string
  email: string
  name: string
}
