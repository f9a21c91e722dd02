/* pictures.h - pictures to upload, good ones and others, made when a test asks. */
#ifndef VH_TEST_PICTURES_H
#define VH_TEST_PICTURES_H

#include <stddef.h>

struct file {
    char *bytes;
    size_t length;
};

/* Red on the left, blue on the right, green growing downwards. They live as long as the
 * program. */
struct file picture_jpeg(unsigned width, unsigned height);
struct file picture_png(unsigned width, unsigned height);
struct file picture_webp(unsigned width, unsigned height);

/* A JPEG whose Exif names an orientation, and a secret beside it. */
struct file picture_turned(unsigned width, unsigned height, unsigned char orientation,
                           const char *secret);

/* A PNG of a few bytes whose header promises these sides; a WebP of two frames. */
struct file picture_bomb(unsigned width, unsigned height);
struct file picture_animated(void);

/* The sides of a JPEG; 0, 0 if it is none. */
void picture_sides(const char *bytes, size_t length, unsigned *width, unsigned *height);

/* A pixel of a JPEG, 0xrrggbb. */
unsigned picture_pixel(const char *bytes, size_t length, unsigned x, unsigned y);

#endif
