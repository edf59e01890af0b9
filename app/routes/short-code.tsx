import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { enterByCode } from '#app/answers/enter-by-code.server.ts'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { ShortCodeView } from '#app/answers/short-code-view.tsx'
import { titled } from '#app/answers/titled.ts'
import { MESSAGES } from '#app/answers/words.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { startingLanguage, wishedLanguages } from '#app/questionnaire/languages.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.short-code')
/** A page takes over no header of its action by itself. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export function loader({ request }: LoaderFunctionArgs) {
  const wishes = wishedLanguages(request.headers.get('accept-language'))
  return { language: startingLanguage(Object.keys(MESSAGES), wishes) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = String((await readForm(request)).get('code') ?? '')
  const { db, address, config, limits } = context
  const entered = await enterByCode(db, limits.unknownLink, { typed, address, secret: config.secret })
  if (entered.kind === 'go') return redirect(entered.to, 303)
  if (entered.kind === 'wrong') return data({ fault: entered.kind }, { status: 422 })
  return data({ fault: entered.kind }, { status: 429, headers: { 'Retry-After': String(entered.seconds) } })
}

export default function ShortCodeRoute() {
  return <ShortCodeView fault={useActionData<typeof action>()?.fault ?? null} />
}
