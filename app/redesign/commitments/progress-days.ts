/** How long a link to the progress lives: a quarter, as long as a plan runs before it is set anew. */
export const PROGRESS_DAYS = 90
