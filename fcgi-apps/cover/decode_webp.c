/* decode_webp.c - WebP from bytes, by libwebp. */
#include <stdlib.h>
#include <string.h>
#include <webp/decode.h>

#include "cover/picture.h"

#include "core/banned.h"

bool is_webp(const unsigned char *bytes, size_t length)
{
    return length > 12 && memcmp(bytes, "RIFF", 4) == 0 &&
           memcmp(bytes + 8, "WEBP", 4) == 0;
}

/* Onto white, four bytes a pixel to three, in place. */
static void lay_on_white(unsigned char *pixels, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        unsigned alpha = pixels[i * 4 + 3];

        for (size_t c = 0; c < 3; c++)
            pixels[i * 3 + c] =
                (unsigned char)((pixels[i * 4 + c] * alpha + 255 * (255 - alpha)) / 255);
    }
}

struct picture decode_webp(const unsigned char *bytes, size_t length)
{
    WebPBitstreamFeatures features;
    struct picture picture;
    const char *why;
    size_t pixels;

    if (WebPGetFeatures(bytes, length, &features) != VP8_STATUS_OK)
        refuse("is no WebP that can be read");
    if (features.has_animation)
        refuse("is animated");
    why = wrong_sides((unsigned long)features.width, (unsigned long)features.height);
    if (why != NULL)
        refuse(why);
    picture = (struct picture){(unsigned)features.width, (unsigned)features.height, NULL};
    pixels = (size_t)picture.width * picture.height;
    picture.rgb = take_memory(pixels * 4);
    if (WebPDecodeRGBAInto(bytes, length, picture.rgb, pixels * 4, features.width * 4) ==
        NULL)
        refuse("is damaged or cut short");
    lay_on_white(picture.rgb, pixels);
    return picture;
}
