// An ES module with native code: makes an image, resizes it and reads it back.
import sharp from 'sharp';

const background = { r: 200, g: 30, b: 60 };

export const handler = async ({ width, height }) => {
  const original = await sharp({ create: { width: 640, height: 480, channels: 3, background } }).png().toBuffer();
  const resized = await sharp(original).resize(width, height).png().toBuffer();
  const { data, info } = await sharp(resized).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixel: [...data.subarray(0, 3)], vips: sharp.versions.vips };
};
