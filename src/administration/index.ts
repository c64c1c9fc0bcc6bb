export { AdministrationModule } from './administration.module.js';
export { AdministrationService } from './administration.service.js';
