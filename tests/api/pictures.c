/* pictures.c - pictures to upload. */
#include "pictures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

#include "harness/expect.h"

#include "core/banned.h"

/* What lives as long as the program, where a leak checker finds it. */
static struct file keep(void *bytes, size_t length)
{
    static void *kept[256];
    static size_t count;

    REQUIRE(count < sizeof kept / sizeof *kept, "there is room for %zu pictures", count);
    kept[count++] = bytes;
    return (struct file){bytes, length};
}

static unsigned char *paint(unsigned width, unsigned height)
{
    unsigned char *rgb = malloc((size_t)width * height * 3);

    REQUIRE(rgb != NULL, "no memory");
    for (unsigned y = 0; y < height; y++)
        for (unsigned x = 0; x < width; x++) {
            unsigned char *at = rgb + ((size_t)y * width + x) * 3;

            at[0] = x < width / 2 ? 220 : 20;
            at[1] = (unsigned char)(y * 200 / height);
            at[2] = x < width / 2 ? 20 : 220;
        }
    return rgb;
}

/* `app1` NULL: without such a segment. */
static struct file encode(unsigned width, unsigned height, const unsigned char *app1,
                          unsigned app1_length)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct info = {.err = jpeg_std_error(&errors)};
    unsigned char *rgb = paint(width, height), *out = NULL;
    unsigned long length = 0;

    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &out, &length);
    info.image_width = width;
    info.image_height = height;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_start_compress(&info, TRUE);
    if (app1 != NULL)
        jpeg_write_marker(&info, JPEG_APP0 + 1, app1, app1_length);
    while (info.next_scanline < height) {
        unsigned char *row = rgb + (size_t)info.next_scanline * width * 3;

        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    free(rgb);
    return keep(out, length);
}

struct file picture_jpeg(unsigned width, unsigned height)
{
    return encode(width, height, NULL, 0);
}

struct file picture_turned(unsigned width, unsigned height, unsigned char orientation,
                           const char *secret)
{
    static const unsigned char start[] = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0,
                                          0,   0,   8,   0,   1, 1, 18,  0,   3, 0,  0,
                                          0,   1,   0,   0,   0, 0, 0,   0,   0, 0};
    unsigned char segment[256];
    size_t length = sizeof start;

    memcpy(segment, start, sizeof start);
    segment[25] = orientation;
    memcpy(segment + length, secret, strlen(secret));
    return encode(width, height, segment, (unsigned)(length + strlen(secret)));
}

struct file picture_png(unsigned width, unsigned height)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = width,
                       .height = height,
                       .format = PNG_FORMAT_RGB};
    unsigned char *rgb = paint(width, height);
    png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *out = malloc(length);

    REQUIRE(out != NULL &&
                png_image_write_to_memory(&image, out, &length, 0, rgb, 0, NULL) != 0,
            "no PNG");
    free(rgb);
    return keep(out, length);
}

struct file picture_webp(unsigned width, unsigned height)
{
    unsigned char *rgb = paint(width, height), *out;
    size_t length = WebPEncodeRGB(rgb, (int)width, (int)height, (int)width * 3, 80, &out);

    REQUIRE(length > 0, "no WebP");
    free(rgb);
    return keep(out, length);
}

static void put_number(unsigned char *at, unsigned value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (24 - 8 * i));
}

struct file picture_bomb(unsigned width, unsigned height)
{
    struct file file = picture_png(8, 8);
    unsigned char *header =
        (unsigned char *)file.bytes + 12; /* IHDR, its data, its CRC */
    unsigned crc = 0xffffffff;

    put_number(header + 4, width);
    put_number(header + 8, height);
    for (size_t i = 0; i < 17; i++) {
        crc ^= header[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    put_number(header + 17, ~crc);
    return file;
}

/* The container as its specification has it: VP8X with the bit for animation, ANIM, and
   one frame that is not there. */
struct file picture_animated(void)
{
    static const unsigned char bytes[] = {
        'R', 'I', 'F', 'F', 44,  0,   0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', 'X', 10, 0,
        0,   0,   2,   0,   0,   0,   9, 0, 0,   9,   0,   0,   'A', 'N', 'I', 'M', 6,  0,
        0,   0,   255, 255, 255, 255, 0, 0, 'A', 'N', 'M', 'F', 0,   0,   0,   0};
    char *copy = malloc(sizeof bytes);

    REQUIRE(copy != NULL, "no memory");
    memcpy(copy, bytes, sizeof bytes);
    return keep(copy, sizeof bytes);
}

/* Rows up to `most` decoded. */
static unsigned char *decode(const char *bytes, size_t length, unsigned *width,
                             unsigned *height)
{
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct info = {.err = jpeg_std_error(&errors)};
    unsigned char *rgb;

    *width = *height = 0;
    if (length < 4 || memcmp(bytes, "\xff\xd8\xff", 3) != 0)
        return NULL;
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, (const unsigned char *)bytes, length);
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_RGB;
    jpeg_start_decompress(&info);
    *width = info.output_width;
    *height = info.output_height;
    rgb = malloc((size_t)*width * *height * 3);
    REQUIRE(rgb != NULL, "no memory");
    while (info.output_scanline < info.output_height) {
        unsigned char *row = rgb + (size_t)info.output_scanline * *width * 3;

        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return rgb;
}

void picture_sides(const char *bytes, size_t length, unsigned *width, unsigned *height)
{
    free(decode(bytes, length, width, height));
}

unsigned picture_pixel(const char *bytes, size_t length, unsigned x, unsigned y)
{
    unsigned width, height, pixel = 0;
    unsigned char *rgb = decode(bytes, length, &width, &height);

    if (rgb != NULL && x < width && y < height) {
        const unsigned char *at = rgb + ((size_t)y * width + x) * 3;

        pixel = (unsigned)at[0] << 16 | (unsigned)at[1] << 8 | at[2];
    }
    free(rgb);
    return pixel;
}
