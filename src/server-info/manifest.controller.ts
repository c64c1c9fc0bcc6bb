import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Visitors } from '../auth/index.js';
import { ServerLooks } from './server-looks.js';

/** How the web client is called where somebody installs it (W3C Web Application Manifest): as the server is. */
@Controller()
@Visitors()
export class ManifestController {
  constructor(private readonly looks: ServerLooks) {}

  @Get('manifest.webmanifest')
  @Header('Cache-Control', 'no-cache')
  manifest(@Res() response: Response): void {
    const { name, accent } = this.looks.current;
    const manifest = {
      name,
      short_name: name,
      id: '/',
      start_url: '/chat',
      scope: '/',
      display: 'standalone',
      background_color: '#f7f2e8',
      theme_color: accent?.light ?? PANEL,
      icons: ICONS,
      shortcuts: SHORTCUTS,
    };
    response.type('application/manifest+json').send(JSON.stringify(manifest));
  }
}

/** Systems that take no vector graphics get bitmaps; one that cuts its own shape gets an icon without corners. */
const ICONS = [
  { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ...[192, 512].map((size) => icon('plain', size, 'any')),
  ...[192, 512].map((size) => icon('full', size, 'maskable')),
];

function icon(kind: 'plain' | 'full', size: number, purpose: 'any' | 'maskable') {
  const sizes = `${String(size)}x${String(size)}`;
  return { src: `/icons/${kind}-${String(size)}.png`, sizes, type: 'image/png', purpose };
}

/** What the icon of the installed client offers beside opening it. */
const SHORTCUTS = [
  { name: 'Activity', url: '/chat/activity' },
  { name: 'Search messages', short_name: 'Search', url: '/chat/search' },
  { name: 'Saved messages', short_name: 'Saved', url: '/chat/saved' },
];

/** Of the panelling, as in the styles of the client. */
const PANEL = '#17392d';
