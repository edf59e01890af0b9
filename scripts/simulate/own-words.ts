/** Lines for what the files of the form executives/1 do not hold. */
export const KEY_RESULTS = {
  results: [
    'Share of customers who renew up from 84% to 90% by the end of the quarter',
    'Median time from order to first use down from 31 to 20 days by 30 June',
    'Decisions older than two weeks down from 14 to 4 by the end of the quarter',
  ],
  work: ['Launch the new programme', 'Run four training days', 'Publish the monthly dashboard'],
} as const

export const ONE_FIXES = [
  'Name one person who decides when two priorities want the same people.',
  'Write down what we are not doing, and hold to it when somebody important asks.',
  'End every review with who does what by when.',
  'Let teams say that something is late before it is late.',
] as const
