import { isPanelUpdate, parsePanelState } from '../protocol/panel-messages.ts';
import type { PanelRequest, PanelState, PanelUpdate } from '../protocol/panel-messages.ts';

interface VsCodeApi {
  postMessage(message: PanelRequest): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's line to the extension. */
export interface Host {
  send(request: PanelRequest): void;
  /** What the page kept through a reload; undefined the first time. */
  keptState(): PanelState | undefined;
  keepState(state: PanelState): void;
  /** Calls back for each message of the extension; returns how to stop. */
  listen(onUpdate: (update: PanelUpdate) => void): () => void;
}

/** Connects to the extension; may be called once per page, since VS Code gives its side out once. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    send: (request) => api.postMessage(request),
    keptState: () => parsePanelState(api.getState()),
    keepState: (state) => api.setState(state),
    listen: (onUpdate) => {
      const receive = (event: MessageEvent<unknown>) => {
        if (isPanelUpdate(event.data)) onUpdate(event.data);
      };
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
  };
}
