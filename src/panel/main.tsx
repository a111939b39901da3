import { render } from 'preact';
import { App } from './app.tsx';
import { connectHost } from './vscode-api.ts';

const place = document.getElementById('panel');
if (place) render(<App host={connectHost()} />, place);
