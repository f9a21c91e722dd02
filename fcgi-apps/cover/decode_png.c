/* decode_png.c - PNG from bytes, by libpng. */
#include <png.h>
#include <string.h>

#include "cover/picture.h"

#include "core/banned.h"

bool is_png(const unsigned char *bytes, size_t length)
{
    return length > 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0;
}

struct picture decode_png(const unsigned char *bytes, size_t length)
{
    static const png_color white = {255, 255, 255};
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct picture picture;
    const char *why;

    if (!png_image_begin_read_from_memory(&image, bytes, length))
        refuse("is no PNG that can be read");
    why = wrong_sides(image.width, image.height);
    if (why != NULL) {
        png_image_free(&image);
        refuse(why);
    }
    image.format = PNG_FORMAT_RGB;
    picture = (struct picture){image.width, image.height, NULL};
    picture.rgb = take_memory(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, &white, picture.rgb, 0, NULL))
        refuse("is damaged or cut short");
    return picture;
}
