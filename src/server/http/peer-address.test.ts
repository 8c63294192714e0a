import { describe, expect, it } from 'vitest'
import { peerAddress, proxiesNamed } from './peer-address.ts'

const proxies = proxiesNamed('10.0.0.0/8, 192.0.2.7, 2001:db8::/32')
if (!proxies) throw new Error('unreadable')

describe('the address of who asks', () => {
  it.each([
    {
      why: 'a stranger’s header is a claim',
      socket: '198.51.100.1',
      forwarded: '203.0.113.9',
      peer: '198.51.100.1',
    },
    {
      why: 'a proxy that says nothing is itself',
      socket: '10.1.2.3',
      forwarded: undefined,
      peer: '10.1.2.3',
    },
    { why: 'a proxy says who asked it', socket: '10.1.2.3', forwarded: '203.0.113.9', peer: '203.0.113.9' },
    {
      why: 'also on a socket of both kinds',
      socket: '::ffff:10.1.2.3',
      forwarded: '203.0.113.9',
      peer: '203.0.113.9',
    },
    {
      why: 'past a second proxy',
      socket: '10.1.2.3',
      forwarded: '203.0.113.9, 192.0.2.7',
      peer: '203.0.113.9',
    },
    {
      why: 'what the client wrote before is a claim',
      socket: '10.1.2.3',
      forwarded: '1.1.1.1, 203.0.113.9',
      peer: '203.0.113.9',
    },
    {
      why: 'what is no address ends the reading',
      socket: '10.1.2.3',
      forwarded: '203.0.113.9, unknown',
      peer: '10.1.2.3',
    },
    {
      why: 'all trusted: the farthest',
      socket: '10.1.2.3',
      forwarded: '2001:db8::1, 10.9.9.9',
      peer: '2001:db8::1',
    },
    { why: 'in the other kind as well', socket: '2001:db8::5', forwarded: '2a00::1', peer: '2a00::1' },
    { why: 'no socket, no address', socket: '', forwarded: '203.0.113.9', peer: '' },
  ])('$socket with $forwarded is $peer: $why', ({ socket, forwarded, peer }) => {
    expect(peerAddress(socket, forwarded, proxies)).toBe(peer)
  })

  it('is the socket’s where no proxy is named', () => {
    const none = proxiesNamed('')
    expect(none && peerAddress('127.0.0.1', '203.0.113.9', none)).toBe('127.0.0.1')
  })

  it.each(['localhost', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.1 10.0.0.2', '10.0.0.0/', '::/129'])(
    'cannot be told with proxies named %s',
    (text) => {
      expect(proxiesNamed(text)).toBeUndefined()
    },
  )
})
