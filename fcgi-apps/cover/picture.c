/* picture.c - pictures made smaller and turned. */
#include "cover/picture.h"

#include "core/banned.h"

const char *wrong_sides(unsigned long width, unsigned long height)
{
    if (width == 0 || height == 0)
        return "has no pixels";
    if (width > SIDE_MOST || height > SIDE_MOST || width * height > PIXELS_MOST)
        return "has too many pixels: 10,000 a side and 24 million in all are taken";
    return NULL;
}

/* How much of the pixels from `start` on lies in [from, to). */
static double covered(unsigned pixel, double from, double to)
{
    double begin = pixel > from ? pixel : from, end = pixel + 1 < to ? pixel + 1 : to;

    return end > begin ? end - begin : 0;
}

/* One row of `width` pixels, each the mean of what it covers of a row of `wide`. Sums,
   not yet divided, are added to `sums` with a weight. */
static void add_row(const unsigned char *row, unsigned wide, double *sums, unsigned width,
                    double weight)
{
    double step = (double)wide / width;

    for (unsigned x = 0; x < width; x++) {
        double from = x * step, to = from + step;

        for (unsigned at = (unsigned)from; at < wide && at < to; at++) {
            double part = covered(at, from, to) * weight;

            for (unsigned c = 0; c < 3; c++)
                sums[x * 3 + c] += row[at * 3 + c] * part;
        }
    }
}

static void shrink_row(const struct picture *from, const struct picture *to, unsigned y,
                       double *sums)
{
    double step = (double)from->height / to->height, top = y * step, bottom = top + step;
    double area = step * from->width / to->width;
    unsigned char *row = to->rgb + (size_t)y * to->width * 3;

    for (unsigned i = 0; i < to->width * 3; i++)
        sums[i] = 0;
    for (unsigned at = (unsigned)top; at < from->height && at < bottom; at++)
        add_row(from->rgb + (size_t)at * from->width * 3, from->width, sums, to->width,
                covered(at, top, bottom));
    for (unsigned i = 0; i < to->width * 3; i++) {
        double value = sums[i] / area + 0.5;

        row[i] = (unsigned char)(value > 255 ? 255 : value);
    }
}

struct picture shrink(const struct picture *picture, unsigned side)
{
    unsigned longest =
        picture->width > picture->height ? picture->width : picture->height;
    double by = longest > side ? (double)side / longest : 1;
    struct picture out = {(unsigned)(picture->width * by + 0.5),
                          (unsigned)(picture->height * by + 0.5), NULL};
    double *sums;

    out.width = out.width == 0 ? 1 : out.width;
    out.height = out.height == 0 ? 1 : out.height;
    out.rgb = take_memory((size_t)out.width * out.height * 3);
    sums = take_memory((size_t)out.width * 3 * sizeof *sums);
    for (unsigned y = 0; y < out.height; y++)
        shrink_row(picture, &out, y, sums);
    give_memory(sums);
    return out;
}

struct picture turn(const struct picture *picture, int orientation)
{
    bool swapped = orientation >= 5;
    bool right_left =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool bottom_top =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    unsigned w = picture->width, h = picture->height;
    struct picture out = {swapped ? h : w, swapped ? w : h, NULL};

    out.rgb = take_memory((size_t)w * h * 3);
    for (unsigned y = 0; y < out.height; y++)
        for (unsigned x = 0; x < out.width; x++) {
            unsigned from_x = swapped ? y : x, from_y = swapped ? x : y;
            const unsigned char *from;

            from_x = right_left ? w - 1 - from_x : from_x;
            from_y = bottom_top ? h - 1 - from_y : from_y;
            from = picture->rgb + ((size_t)from_y * w + from_x) * 3;
            for (unsigned c = 0; c < 3; c++)
                out.rgb[((size_t)y * out.width + x) * 3 + c] = from[c];
        }
    return out;
}
