import type { FlowModels } from './flow-models.ts';

/** Sources besides requests: sockets, messages, the page's address, and the weaker command line and environment. */
export const otherSources: Pick<FlowModels, 'entities' | 'sources'> = {
  entities: [
    { type: '@socketServer', paths: ['ws.Server()', 'ws.WebSocketServer()', 'ws.default.Server()'] },
    { type: '@socket', paths: ['ws()', 'ws.WebSocket()', '@socketServer.on(:0)'] },
    { type: '@request', paths: ['@socketServer.on(:1)', '@ioSocket.request', '@ioSocket.handshake'] },
    { type: '@ioServer', paths: ['socket.io()', 'socket.io.Server()', '@ioServer.of()'] },
    { type: '@ioSocket', paths: ['socket.io.Socket()', '@ioServer.on(:0)'] },
    { type: '@location', paths: ['%location', '%document.location', '%window.location'] },
  ],
  sources: [
    {
      at: ['@socket.on(:0)', '@ioSocket.on(:0)', '@ioSocket.on(:1)', '@ioSocket.once(:0)', '@ioSocket.onAny(:1)'],
      kind: 'websocket',
    },
    {
      at: [
        '@location.hash',
        '@location.search',
        '@location.href',
        '@location.pathname',
        '%document.URL',
        '%document.documentURI',
        '%document.referrer',
        '%document.cookie',
        '%window.name',
        '%document.baseURI',
      ],
      kind: 'dom',
    },
  ],
};
