import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A disk that can be filled up and emptied again. */
export interface SmallDisk {
  folder: string
  /** How it is done here. */
  kind: '16 MiB in memory' | 'writes refused by strace'
  fill(serverPid: number): Promise<void>
  free(): Promise<void>
  remove(): void
}

/** A disk of its own where that may be mounted; otherwise a folder whose writes are refused. */
export function smallDisk(parent: string): SmallDisk {
  const folder = join(parent, 'disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m,mode=700', 'tmpfs', folder])
  return mounted.status === 0 ? mountedDisk(folder) : refusingDisk(folder)
}

function mountedDisk(folder: string): SmallDisk {
  const ballast = join(folder, 'ballast')
  return {
    folder,
    kind: '16 MiB in memory',
    fill: async () => {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    },
    free: async () => rmSync(ballast),
    // Lazily: a connection that was closed is let go of when its statements are collected.
    remove: () => {
      spawnSync('umount', ['-l', folder])
    },
  }
}

function refusingDisk(folder: string): SmallDisk {
  let stop = async () => {}
  return {
    folder,
    kind: 'writes refused by strace',
    fill: async (pid) => {
      const inject = ['-e', 'trace=pwrite64', '-e', 'inject=pwrite64:error=ENOSPC']
      const tracer = spawn('strace', ['-f', '-p', String(pid), ...inject], {
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const [words] = await once(tracer.stderr, 'data')
      if (!String(words).includes('attached'))
        throw new Error(`a full disk can neither be mounted nor traced here: ${words}`)
      tracer.stderr.resume()
      stop = async () => {
        const ended = once(tracer, 'exit')
        tracer.kill('SIGINT')
        await ended
      }
    },
    free: () => stop(),
    remove: () => {},
  }
}
