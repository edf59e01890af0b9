import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

/** All that a server's database holds, as one text: two equal texts mean that nothing was changed in between. */
export function databaseText(dataDir: string): string {
  const database = new DatabaseSync(join(dataDir, 'plumbline.sqlite'), { readOnly: true })
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table' order by name").all()
    return tables
      .map(({ name }) => JSON.stringify([name, database.prepare(`select * from "${name}"`).all()]))
      .join('\n')
  } finally {
    database.close()
  }
}
