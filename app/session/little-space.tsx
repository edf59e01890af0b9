import { Notice } from '#app/ui/notice.tsx'

/** For owners, before the day on which nothing can be saved. */
export function LittleSpace() {
  return (
    <Notice tone="heed" title="The server is nearly full">
      <p>
        Less than 200 MiB are left on the disk of the database. When there is no room, answers cannot be saved
        until there is some again. Tell whoever runs the server.
      </p>
    </Notice>
  )
}
