/** The part of a picture that is to be shown: how much it is enlarged, and where its middle is, from 0 to 1 in each direction. */
export interface Crop {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MAX_ZOOM = 4;
export const WHOLE: Crop = { zoom: 1, x: 0.5, y: 0.5 };

/** The square of the picture that is shown, in its own pixels. */
export function areaOf({ zoom, x, y }: Crop, { width, height }: Size): { left: number; top: number; edge: number } {
  const edge = Math.min(width, height) / zoom;
  return { left: x * width - edge / 2, top: y * height - edge / 2, edge };
}

/** Moved by so many edges of the square that is shown, and never over the edge of the picture. */
export function moved(crop: Crop, right: number, down: number, size: Size): Crop {
  const { edge } = areaOf(crop, size);
  return within({ ...crop, x: crop.x + (right * edge) / size.width, y: crop.y + (down * edge) / size.height }, size);
}

export function zoomed(crop: Crop, zoom: number, size: Size): Crop {
  return within({ ...crop, zoom: Math.min(MAX_ZOOM, Math.max(1, zoom)) }, size);
}

function within(crop: Crop, size: Size): Crop {
  const { edge } = areaOf(crop, size);
  const bounded = (at: number, length: number): number => {
    const margin = edge / 2 / length;
    return Math.min(1 - margin, Math.max(margin, at));
  };
  return { ...crop, x: bounded(crop.x, size.width), y: bounded(crop.y, size.height) };
}
