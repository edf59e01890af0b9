import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { PASSPHRASE_LENGTH, passphraseFault } from '#app/report/passphrase.ts'
import { SHARE_DAYS, shareDays } from '#app/report/share-days.ts'
import { ShareList } from '#app/report/share-list.tsx'
import { listShareLinks, shareReport } from '#app/report/share-report.server.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button } from '#app/ui/button.tsx'
import copyScript from '#app/ui/copy.browser.js?url'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { revokeShare } from '#db/report-shares.ts'
import { findLatestReportVersion } from '#db/report-versions.ts'
import { findRound } from '#db/rounds.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction = () => [{ title: 'Sponsor’s links · Plumbline' }]

const NO_DAYS = `Please give a whole number of days from ${SHARE_DAYS.least} to ${SHARE_DAYS.most}.`

async function requireRound({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>) {
  const consultant = consultantOf(context)
  const found = await findRound(context.db, { id: params.roundId ?? '', consultantId: consultant.id })
  if (!found) throw new Response(null, { status: 404 })
  return { ...found, consultant }
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement, consultant } = await requireRound({ context, params })
  const latest = await findLatestReportVersion(context.db, round.id)
  const shares = await listShareLinks(context.db, round.id, context.now(), context.config)
  const version = latest && { version: latest.version, publishedOn: latest.publishedOn }
  return {
    round: { id: round.id, title: round.title, closed: round.closedOn !== null },
    clientName: engagement.clientName,
    version,
    shares,
    signedIn: consultant.name,
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await requireRound({ context, params })
  const form = await readForm(request)
  if (form.get('intent') === 'revoke') {
    if (await revokeShare(context.db, { id: String(form.get('share')), roundId: round.id }))
      await noteDown(context, `ended a sponsor’s link of “${round.title}”`, round.engagementId)
  } else {
    const typed = { days: String(form.get('days') ?? ''), guessFirst: form.get('guess') !== null }
    const days = shareDays(typed.days)
    const passphrase = String(form.get('passphrase') ?? '')
    const fault = passphraseFault(passphrase)
    if (days === null || fault) {
      const errors = { ...(days === null && { days: NO_DAYS }), ...(fault && { passphrase: fault }) }
      return data({ typed, errors }, 400)
    }
    const share = { roundId: round.id, days, now: context.now(), passphrase, guessFirst: typed.guessFirst }
    if (await shareReport(context.db, share, context.config))
      await noteDown(
        context,
        `made a sponsor’s link of “${round.title}” for ${days} days`,
        round.engagementId,
      )
  }
  return redirect(`/rounds/${round.id}/shares`, 303)
}

export default function RoundShares() {
  const { round, clientName, version, shares, signedIn } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const trail = [{ label: `${clientName}: ${round.title}`, href: `/rounds/${round.id}` }]
  return (
    <Page title="Sponsor’s links" signedIn={signedIn} trail={trail}>
      <div className="stack-wide">
        {version ? (
          <div className="stack">
            <p>{`Version ${version.version} was published on ${writtenDay(version.publishedOn)}. It does not change any more.`}</p>
            <NewLinkForm
              typed={failed?.typed ?? { days: String(SHARE_DAYS.default), guessFirst: false }}
              errors={failed?.errors ?? {}}
            />
          </div>
        ) : (
          <NothingPublished round={round} />
        )}
        <ShareList shares={shares} />
      </div>
      <script src={copyScript} defer />
    </Page>
  )
}

interface NewLinkFormProps {
  typed: { days: string; guessFirst: boolean }
  errors: FieldErrors
}

function NewLinkForm({ typed, errors }: NewLinkFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Field
        className="short"
        name="days"
        label="Days until the link expires"
        hint={`${SHARE_DAYS.least} to ${SHARE_DAYS.most}. You can end a link earlier at any time.`}
        defaultValue={typed.days}
        error={errors.days}
        inputMode="numeric"
        required
      />
      <Field
        name="passphrase"
        label="Passphrase, if you want one"
        hint={`At least ${PASSPHRASE_LENGTH.least} characters. Pass it on by another way than the link: it is kept as a hash, so nobody can show it again.`}
        error={errors.passphrase}
        autoComplete="off"
      />
      <label className="tick">
        <input type="checkbox" name="guess" value="1" defaultChecked={typed.guessFirst} />
        <span>
          Ask for a guess first
          <span className="hint">
            {' '}
            · how far the senior team agrees on each construct, before the report opens
          </span>
        </span>
      </label>
      <Button look="main" name="intent" value="share">
        Make a link for the sponsor
      </Button>
    </form>
  )
}

function NothingPublished({ round }: { round: { id: string; closed: boolean } }) {
  return (
    <Notice title="Nothing is published yet">
      {round.closed ? (
        <p>
          Read <a href={`/rounds/${round.id}/report`}>the draft of the report</a> and publish it; then you can
          make a link for the sponsor.
        </p>
      ) : (
        <p>
          There is no report before <a href={`/rounds/${round.id}`}>the round</a> is closed.
        </p>
      )}
    </Notice>
  )
}
