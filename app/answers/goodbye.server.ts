import { redirect } from '@remix-run/node'
import type { Config } from '#app/http/config.server.ts'
import { clearCookie } from '#app/http/cookies.server.ts'
import type { LeaveReason } from './leave-view.tsx'

/**
 * Sends the browser to the last page and makes it forget. Of the cookies only the lead's own goes: a consultant who tries
 * a link out stays signed in.
 */
export function goodbye(config: Config, reason: LeaveReason, language = 'en'): Response {
  return redirect(lastPage(reason, language), {
    status: 303,
    headers: { 'Set-Cookie': clearCookie(config, 'lead'), 'Clear-Site-Data': '"cache", "storage"' },
  })
}

export function lastPage(reason: LeaveReason, language = 'en'): string {
  const [bare = 'en'] = language.split('-')
  const spoken = bare === 'en' ? '' : `&language=${encodeURIComponent(bare)}`
  return `/answer/leave?${reason}${spoken}`
}
