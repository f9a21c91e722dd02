/* exif.c - which way up a photograph is. */
#include "cover/picture.h"

#include "core/banned.h"

/* A TIFF structure: its bytes, and which end comes first. */
struct tiff {
    const unsigned char *bytes;
    size_t length;
    bool big;
};

/* `size` bytes at `at` as a number; 0 beyond the end. */
static unsigned long number(const struct tiff *tiff, size_t at, size_t size)
{
    unsigned long value = 0;

    if (at > tiff->length || size > tiff->length - at)
        return 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | tiff->bytes[at + (tiff->big ? i : size - 1 - i)];
    return value;
}

int exif_orientation(const unsigned char *bytes, size_t length)
{
    struct tiff tiff = {bytes, length, false};
    size_t directory, entries;

    if (length < 14 || (bytes[0] != 'I' && bytes[0] != 'M') || bytes[1] != bytes[0])
        return 1;
    tiff.big = bytes[0] == 'M';
    directory = number(&tiff, 4, 4);
    entries = number(&tiff, directory, 2);
    for (size_t i = 0; i < entries && i < 512; i++) {
        size_t entry = directory + 2 + i * 12;

        if (number(&tiff, entry, 2) == 0x0112) {
            unsigned long value = number(&tiff, entry + 8, 2);

            return value >= 1 && value <= 8 ? (int)value : 1;
        }
    }
    return 1;
}
