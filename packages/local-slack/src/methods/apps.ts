/** apps.connections.open: the way into Socket Mode. */
import type { SocketHub } from '../wire/socket-hub.ts';
import type { Methods } from './method.ts';

export const appMethods = (sockets: SocketHub): Methods => ({
  'apps.connections.open': {
    scopes: [],
    appToken: true,
    run: (slack) => ({ url: sockets.open(slack.url()) }),
  },
});
