export { drawPictures as run } from '../architecture/picture.mjs';
