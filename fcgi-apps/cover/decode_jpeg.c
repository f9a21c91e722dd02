/* decode_jpeg.c - JPEG from and to bytes, by libjpeg-turbo. */
#include <stdio.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

#include "cover/picture.h"

#include "core/banned.h"

#define QUALITY 85

bool is_jpeg(const unsigned char *bytes, size_t length)
{
    return length > 3 && memcmp(bytes, "\xff\xd8\xff", 3) == 0;
}

/* Gives libjpeg's memory back first. */
static void give_up(j_common_ptr info, const char *why)
{
    jpeg_destroy(info);
    refuse(why);
}

static void end(j_common_ptr info)
{
    give_up(info, info->err->msg_code == JERR_OUT_OF_MEMORY
                      ? "is too large"
                      : "is no JPEG that can be read");
}

/* Most warnings are of harmless oddities; these mean that a part is missing. */
static void warn(j_common_ptr info, int level)
{
    if (level < 0 &&
        (info->err->msg_code == JWRN_JPEG_EOF || info->err->msg_code == JWRN_HIT_MARKER))
        give_up(info, "is cut short");
}

/* Decoding at a half, a quarter or an eighth is cheap, and `side` pixels are enough. */
static unsigned divisor(const struct jpeg_decompress_struct *info, unsigned side)
{
    unsigned longest =
        info->image_width > info->image_height ? info->image_width : info->image_height;
    unsigned by = 8;

    while (by > 1 && longest / by < side)
        by /= 2;
    return by;
}

/* CMYK as Adobe's programs write it, inverted, or as the standard has it. */
static void from_cmyk(const unsigned char *from, unsigned char *to, unsigned width,
                      bool inverted)
{
    for (unsigned x = 0; x < width; x++) {
        unsigned k = inverted ? from[x * 4 + 3] : 255u - from[x * 4 + 3];

        for (unsigned c = 0; c < 3; c++) {
            unsigned ink = inverted ? from[x * 4 + c] : 255u - from[x * 4 + c];

            to[x * 3 + c] = (unsigned char)(ink * k / 255);
        }
    }
}

static void read_rows(struct jpeg_decompress_struct *info, struct picture *picture)
{
    bool cmyk = info->out_color_space == JCS_CMYK;
    unsigned char *row = cmyk ? take_memory((size_t)picture->width * 4) : NULL;

    while (info->output_scanline < info->output_height) {
        unsigned char *to =
            picture->rgb + (size_t)info->output_scanline * picture->width * 3;
        unsigned char *at = cmyk ? row : to;

        jpeg_read_scanlines(info, &at, 1);
        if (cmyk)
            from_cmyk(row, to, picture->width, info->saw_Adobe_marker);
    }
    give_memory(row);
}

static int orientation_of(const struct jpeg_decompress_struct *info)
{
    for (jpeg_saved_marker_ptr at = info->marker_list; at != NULL; at = at->next)
        if (at->data_length > 6 && memcmp(at->data, "Exif\0", 6) == 0)
            return exif_orientation(at->data + 6, at->data_length - 6);
    return 1;
}

struct picture decode_jpeg(const unsigned char *bytes, size_t length, unsigned side,
                           int *orientation)
{
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct info = {.err = jpeg_std_error(&errors)};
    struct picture picture;
    const char *why;

    errors.error_exit = end;
    errors.emit_message = warn;
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, bytes, length);
    jpeg_save_markers(&info, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header(&info, TRUE);
    why = wrong_sides(info.image_width, info.image_height);
    if (why != NULL)
        give_up((j_common_ptr)&info, why);
    *orientation = orientation_of(&info);
    if (info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK)
        info.out_color_space = JCS_CMYK;
    else
        info.out_color_space = JCS_RGB;
    info.scale_num = 1;
    info.scale_denom = divisor(&info, side);
    jpeg_start_decompress(&info);
    picture = (struct picture){info.output_width, info.output_height, NULL};
    picture.rgb = take_memory((size_t)picture.width * picture.height * 3);
    read_rows(&info, &picture);
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return picture;
}

struct bytes encode_jpeg(const struct picture *picture)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct info = {.err = jpeg_std_error(&errors)};
    unsigned long length = 0;
    struct bytes bytes = {0};

    errors.error_exit = end;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes.at, &length);
    info.image_width = picture->width;
    info.image_height = picture->height;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, QUALITY, TRUE);
    info.optimize_coding = TRUE;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        unsigned char *row =
            picture->rgb + (size_t)info.next_scanline * picture->width * 3;

        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    bytes.length = length;
    return bytes;
}
