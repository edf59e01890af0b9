import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { directionOf, languageName } from '#app/questionnaire/languages.ts'
import editorCss from '#app/questionnaire/own/editor.css?url'
import { findOwn } from '#app/questionnaire/own/load-questionnaire.server.ts'
import { changeDraft } from '#app/questionnaire/own/own-instruments.server.ts'
import { removeLanguage, translate } from '#app/questionnaire/own/translate-draft.ts'
import { TranslationForm } from '#app/questionnaire/own/translation-form.tsx'
import { translationGroups } from '#app/questionnaire/own/translation-page.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'stylesheet', href: editorCss },
]
export const meta = () => [{ title: 'A language of a questionnaire · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const own = await findOwn(context.db, params.questionnaireId)
  const language = params.language ?? ''
  if (own.frozenOn) throw redirect(`/questionnaires/${own.id}`)
  if (!Object.hasOwn(own.draft.instrument.translations ?? {}, language))
    throw new Response(null, { status: 404 })
  return {
    signedIn: consultantOf(context).name,
    back: `/questionnaires/${own.id}`,
    title: own.draft.instrument.title,
    language,
    languageName: languageName(language, 'en'),
    dir: directionOf(language),
    groups: translationGroups(own.draft, language),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const own = await findOwn(context.db, params.questionnaireId)
  const language = params.language ?? ''
  const form = await readForm(request)
  const by = { name: consultantOf(context).name, today: today(context) }
  const edited = await changeDraft(context.db, own.id, by, (draft) =>
    form.get('intent') === 'remove'
      ? removeLanguage(draft, language)
      : translate(draft, language, (key) => {
          const text = form.get(key)
          return text === null ? null : String(text)
        }),
  )
  if (!edited.ok) return data({ errors: edited.errors }, 400)
  return redirect(`/questionnaires/${own.id}`, 303)
}

export default function QuestionnaireLanguage() {
  const { signedIn, back, title, ...page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <Page
      title={`${title}: ${page.languageName}`}
      signedIn={signedIn}
      trail={[
        { label: 'Questionnaires', href: '/questionnaires' },
        { label: title, href: back },
      ]}
      lede="Buttons and messages of the questionnaire’s own pages exist in English and German; in other languages they are in English."
    >
      {failed && (
        <div className="notice wrong-list" role="alert">
          {failed.errors.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
      )}
      <TranslationForm {...page} />
    </Page>
  )
}
