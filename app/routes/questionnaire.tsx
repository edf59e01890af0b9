import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { draftOf } from '#app/questionnaire/own/draft.ts'
import editorCss from '#app/questionnaire/own/editor.css?url'
import { FrozenView } from '#app/questionnaire/own/frozen-view.tsx'
import { findOwn, findQuestionnaire } from '#app/questionnaire/own/load-questionnaire.server.ts'
import { postQuestionnaire } from '#app/questionnaire/own/post-questionnaire.server.ts'
import { QuestionnaireEditor } from '#app/questionnaire/own/questionnaire-editor.tsx'
import { questionnairePageOf } from '#app/questionnaire/own/questionnaire-page.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'stylesheet', href: editorCss },
]
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.page.title ?? 'Questionnaire'} · Plumbline` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await findQuestionnaire(context.db, params.questionnaireId)
  const draft = found.kind === 'own' ? found.own.draft : draftOf(found.instrument)
  return {
    signedIn: consultantOf(context).name,
    id: params.questionnaireId ?? '',
    page: questionnairePageOf(draft),
    isDraft: found.kind === 'own' && found.own.frozenOn === null,
    frozenOn: found.kind === 'own' ? found.own.frozenOn : null,
    retired: found.kind === 'own' && found.own.retired,
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const own = await findOwn(context.db, params.questionnaireId)
  const by = { name: consultantOf(context).name, today: today(context) }
  const posted = await postQuestionnaire(context.db, own.id, await readForm(request), by)
  if (!posted) throw new Response(null, { status: 400 })
  if (!posted.ok) return data({ errors: posted.errors }, 400)
  if (posted.words) await noteDown(context, posted.words)
  return redirect(posted.to, 303)
}

export default function QuestionnairePageRoute() {
  const { signedIn, id, page, isDraft, frozenOn, retired } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <Page
      title={page.title}
      signedIn={signedIn}
      trail={[{ label: 'Questionnaires', href: '/questionnaires' }]}
      lede={`Version ${page.version}${isDraft ? ', a draft' : ''}. ${page.purpose}`}
      actions={
        <>
          <LinkButton href={`/questionnaires/${id}/preview`}>Preview</LinkButton>
          <LinkButton href={`/questionnaires/${id}/file/yaml`}>Export YAML</LinkButton>
          <LinkButton href={`/questionnaires/${id}/file/json`}>Export JSON</LinkButton>
        </>
      }
    >
      {isDraft ? (
        <QuestionnaireEditor id={id} page={page} errors={failed?.errors ?? []} />
      ) : (
        <FrozenView page={page} frozenOn={frozenOn} retired={retired} from={id} />
      )}
    </Page>
  )
}
