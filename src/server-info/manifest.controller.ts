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
      start_url: '/chat',
      display: 'standalone',
      background_color: '#f7f2e8',
      theme_color: accent?.light ?? PANEL,
      icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    };
    response.type('application/manifest+json').send(JSON.stringify(manifest));
  }
}

/** Of the panelling, as in the styles of the client. */
const PANEL = '#17392d';
