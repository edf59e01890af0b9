import type { Say } from './words.ts'

/** What the script that saves while somebody types has to say, in the order in which it counts on it. */
export function savingWords(say: Say): string {
  return [
    say('saving.saved'),
    say('saving.one'),
    say('saving.many', { count: '#' }),
    say('saving.conflict'),
    say('saving.incomplete'),
    say('saving.signed-out'),
    say('saving.closed'),
    say('saving.trying'),
    say('saving.offline'),
  ].join('|')
}
