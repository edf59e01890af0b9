import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { needsSetUp } from '#app/session/set-up.server.ts'

/** Nobody there yet: set up. Otherwise to the work; the edge sends whoever is not signed in to the door. */
export async function loader({ context }: LoaderFunctionArgs) {
  return redirect((await needsSetUp(context.db)) ? '/setup' : '/engagements')
}
