export { File } from './file.entity.js';
export { FileType } from './file.type.js';
export { FilesModule } from './files.module.js';
export { FilesService } from './files.service.js';
export { FilesSweep } from './files.sweep.js';
export { graphqlUploads } from './http/graphql-uploads.js';
export { asPlain } from './http/refusal-answer.js';
export { askForBody, holdBodiesBack, uploadGate } from './http/upload-gate.js';
export { UploadPlaces } from './http/upload-places.js';
