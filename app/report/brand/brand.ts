/** A picture that this server made from an upload. */
export interface BrandLogo {
  png: Uint8Array
  /** In pixels, twice the points that it takes at most. */
  width: number
  height: number
}

/** What a consultant's reports and questionnaires look like. */
export interface Brand {
  /** Random: strangers to the consultant's account fetch stylesheet and logo under it. */
  id: string
  name: string
  /** The colour that was asked for, and the nearest that can be read on white and on the dark page. */
  askedColour: string
  colour: string
  darkColour: string
  /** Whether charts may use the colour for the senior level, without a doubt which level is meant. */
  standsForSenior: boolean
  footer: string
  logo: BrandLogo | null
  /** For the questionnaire, whose first view is small; null where the picture does not get small enough. */
  smallLogo: BrandLogo | null
}
