import { expect, test } from 'vitest'
import { syncOrderOf } from './sync-order.ts'

const WRITE = '7 pwrite64(22</data/plumbline.sqlite-wal>, "\\0\\0", 24, 32) = 24'
const SYNC = '7 fsync(22</data/plumbline.sqlite-wal>) = 0'
const SAVED =
  '7 writev(30<socket:[162]>, [{iov_base="HTTP/1.1 200 OK\\r\\nContent-Type"..., iov_len=310}], 1) = 310'
const HANDED_IN = '7 write(30<socket:[162]>, "HTTP/1.1 303 See Other\\r\\nLocation"..., 310) = 310'

test('an acknowledgement after the sync is in order', () => {
  expect(syncOrderOf([WRITE, WRITE, SYNC, SAVED, WRITE, SYNC, HANDED_IN])).toEqual({
    acknowledgements: 2,
    early: 0,
    syncs: 2,
  })
})

test('an acknowledgement before the sync is seen, whichever file was written', () => {
  expect(syncOrderOf([WRITE, SAVED, SYNC, SAVED]).early).toBe(1)
  expect(syncOrderOf([WRITE.replace('-wal', ''), SYNC, HANDED_IN]).early).toBe(1)
})

test('a sync that failed, or that has only begun, counts for nothing', () => {
  expect(syncOrderOf([WRITE, SYNC.replace('= 0', '= -1 EIO (Input/output error)'), SAVED]).early).toBe(1)
  const begun = '7 fsync(22</data/plumbline.sqlite-wal> <unfinished ...>'
  const ended = '7 <... fsync resumed>)               = 0'
  expect(syncOrderOf([WRITE, begun, SAVED, ended, SAVED])).toEqual({
    acknowledgements: 2,
    early: 1,
    syncs: 1,
  })
})
