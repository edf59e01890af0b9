import { isRouteErrorResponse, Links, Meta, Outlet, useMatches, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import appCss from '#app/ui/app.css?url'

type Shell = 'consultant' | 'questionnaire' | 'report' | 'plain'

/** Pages are documents: no framework script is sent (docs/decisions/0003). */
export function Layout({ children }: { children: ReactNode }) {
  const error = useRouteError()
  const shell = useShell()
  // Without a fault the hook gives undefined or null, depending on how the page was reached.
  const failed = error !== undefined && error !== null
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {failed ? <title>{`${apologyFor(error).title} · Plumbline`}</title> : null}
        {failed ? <link rel="stylesheet" href={appCss} /> : <Links />}
      </head>
      <body className={failed ? 'plain' : shell}>{children}</body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** What a person reads where a page cannot be had, by status. */
const APOLOGIES: Record<number, { title: string; text: string }> = {
  400: {
    title: 'This form could not be read',
    text: 'Please go back, load the page again and send it once more. Nothing that was saved is lost.',
  },
  404: {
    title: 'There is nothing here',
    text: 'The link may have expired or been replaced, or the address may be incomplete. Ask the person who sent it for a new one.',
  },
  503: {
    title: 'The server is busy',
    text: 'Please go back and try again in a moment. Nothing that was saved is lost.',
  },
}
const FAULT = {
  title: 'Something went wrong on our side',
  text: 'Nothing that was saved is lost. Please go back and try again; if it happens again, tell your consultant.',
}

export function ErrorBoundary() {
  const { title, text } = apologyFor(useRouteError())
  return (
    <main className="apology">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  )
}

function apologyFor(error: unknown) {
  return (isRouteErrorResponse(error) ? APOLOGIES[error.status] : undefined) ?? FAULT
}

function useShell(): Shell {
  const handles = useMatches().map((match) => match.handle as { shell?: Shell } | undefined)
  return handles.findLast((handle) => handle?.shell)?.shell ?? 'plain'
}
