/* main.c - vinylhound-cover: makes three JPEGs of a picture that came from outside.
 *
 * Reads a JPEG, PNG or WebP from standard input to its end and writes, on standard
 * output, the covers of 160, 400 and 1000 pixels, each with its length before it (four
 * bytes, the lowest first). Status 0: that is done. 2: the picture is not taken, and the
 * output says why in a line. Anything else: the sandbox could not be made or has ended
 * it. */
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "cover/picture.h"
#include "cover/sandbox.h"

#include "core/banned.h"

#define INPUT_MOST (2 * 1024 * 1024)

static const unsigned sides[] = {160, 400, 1000};
#define SIZES (sizeof sides / sizeof *sides)

static void put(const void *bytes, size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        ssize_t n = write(STDOUT_FILENO, at, length);

        if (n <= 0)
            sandbox_end(4);
        at += n;
        length -= (size_t)n;
    }
}

_Noreturn void refuse(const char *why)
{
    put(why, strlen(why));
    put("\n", 1);
    sandbox_end(2);
}

static struct bytes read_input(void)
{
    struct bytes input = {take_memory(INPUT_MOST), 0};
    ssize_t n;

    while (input.length < INPUT_MOST && (n = read(STDIN_FILENO, input.at + input.length,
                                                  INPUT_MOST - input.length)) > 0)
        input.length += (size_t)n;
    return input;
}

static struct picture decode(const struct bytes *input)
{
    unsigned most = sides[SIZES - 1];
    struct picture whole, large;
    int orientation = 1;

    if (is_jpeg(input->at, input->length))
        whole = decode_jpeg(input->at, input->length, most, &orientation);
    else if (is_png(input->at, input->length))
        whole = decode_png(input->at, input->length);
    else if (is_webp(input->at, input->length))
        whole = decode_webp(input->at, input->length);
    else
        refuse("is no JPEG, PNG or WebP");
    large = shrink(&whole, most);
    give_memory(whole.rgb);
    return orientation == 1 ? large : turn(&large, orientation);
}

int main(void)
{
    struct bytes input, covers[SIZES];
    struct picture picture;

    sandbox_enter();
    input = read_input();
    picture = decode(&input);
    for (size_t i = 0; i < SIZES; i++) {
        struct picture small = shrink(&picture, sides[i]);

        covers[i] = encode_jpeg(&small);
    }
    for (size_t i = 0; i < SIZES; i++) {
        uint32_t length = (uint32_t)covers[i].length;
        unsigned char head[4] = {(unsigned char)length, (unsigned char)(length >> 8),
                                 (unsigned char)(length >> 16),
                                 (unsigned char)(length >> 24)};

        put(head, sizeof head);
        put(covers[i].at, covers[i].length);
    }
    sandbox_end(0);
}
