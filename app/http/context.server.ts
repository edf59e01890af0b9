import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { Config } from './config.server.ts'
import type { Limits } from './limits.server.ts'
import type { Principal } from './principal.server.ts'

/** What every loader and action is handed. */
export interface RequestContext {
  db: Kysely<Database>
  config: Config
  now: () => Date
  principal: Principal
  /** The client's address, for limits only; never stored. */
  address: string
  limits: Limits
  /** Lets mails that were just queued leave at once. Does nothing where no mail server is set. */
  wakeMailer: () => void
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true
  }
}

/** The day by the server's clock, in UTC. */
export function today(context: Pick<RequestContext, 'now'>): string {
  return context.now().toISOString().slice(0, 10)
}
