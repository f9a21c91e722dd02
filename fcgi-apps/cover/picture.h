/* picture.h - a picture in memory, from bytes to three JPEGs. All of it runs in the cover
 * program, where what goes wrong ends the program: nothing here returns after refuse. */
#ifndef VH_COVER_PICTURE_H
#define VH_COVER_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

/* Sides and pixels of a picture that is taken; more would be a bomb, not a cover. */
#define SIDE_MOST 10000
#define PIXELS_MOST (24u * 1000 * 1000)

struct picture {
    unsigned width, height;
    unsigned char *rgb; /* width * height * 3 bytes, row by row */
};

struct bytes {
    unsigned char *at;
    size_t length;
};

/* Says why the picture is not taken, a sentence's end ("is cut short"), and ends. */
_Noreturn void refuse(const char *why);

/* malloc, or refuse; free. */
void *take_memory(size_t size);
void give_memory(void *memory);

/* What is wrong with the sides of a picture, as refuse takes it; NULL if nothing is. */
const char *wrong_sides(unsigned long width, unsigned long height);

/* Decoders by the first bytes: each refuses what it cannot read to the end. A picture
   with transparent parts lies on white; of an animated PNG the still picture is taken. */
bool is_jpeg(const unsigned char *bytes, size_t length);
bool is_png(const unsigned char *bytes, size_t length);
bool is_webp(const unsigned char *bytes, size_t length);
/* A JPEG of many more pixels than `side` is decoded smaller, and turned as its Exif says:
 *orientation, 1 to 8. */
struct picture decode_jpeg(const unsigned char *bytes, size_t length, unsigned side,
                           int *orientation);
struct picture decode_png(const unsigned char *bytes, size_t length);
struct picture decode_webp(const unsigned char *bytes, size_t length);

/* The orientation in an APP1 segment (Exif 2.32, tag 0x0112); 1 if it names none. */
int exif_orientation(const unsigned char *bytes, size_t length);

/* A picture no larger than side by side, of the same proportions: each pixel the mean of
   what it covers. Never larger than it was. */
struct picture shrink(const struct picture *picture, unsigned side);

/* Turned and mirrored so that orientation 1 comes out. */
struct picture turn(const struct picture *picture, int orientation);

/* Without any metadata. */
struct bytes encode_jpeg(const struct picture *picture);

#endif
