/* test_covers.c - covers as people upload them: what comes out is ours, in three sizes,
 * without what the picture carried, and what is no picture is refused. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "editing.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "pictures.h"

#include "core/banned.h"

static const char *new_cover(void)
{
    return text("%s/cover", answer_header(make_album("Covered", ""), "Location"));
}

static struct answer *upload(const char *path, const char *type, struct file file)
{
    return CALL(.method = "PUT", .path = path, .token = editor()->token, .type = type,
                .body = file.bytes, .length = file.length);
}

static void expect_sides(const char *path, const char *size, unsigned width,
                         unsigned height)
{
    struct answer *answer = seen(text("%s?size=%s", path, size));
    unsigned w, h;

    EXPECT_STATUS(answer, 200);
    EXPECT_HEADER(answer, "Content-Type", "image/jpeg");
    picture_sides(answer->body, answer->length, &w, &h);
    EXPECT(w == width && h == height, "%s is %u x %u, not %u x %u", size, w, h, width,
           height);
}

static void uploaded(void)
{
    static const struct {
        const char *type;
        struct file (*make)(unsigned width, unsigned height);
    } kinds[] = {
        {"image/jpeg", picture_jpeg},
        {"image/png",  picture_png },
        {"image/webp", picture_webp},
    };

    for (size_t i = 0; i < 3; i++) {
        const char *path = new_cover();
        struct answer *set = upload(path, kinds[i].type, kinds[i].make(1200, 800));
        struct answer *large;

        EXPECT_STATUS(set, 200);
        EXPECT_JSON(set, "/version", "2");
        EXPECT_TEXT(text_at(set, "/cover_url"), text("%s?v=2", path));
        expect_sides(path, "small", 160, 107);
        expect_sides(path, "medium", 400, 267);
        expect_sides(path, "large", 1000, 667);
        large = seen(text("%s?size=large", path));
        EXPECT((picture_pixel(large->body, large->length, 100, 30) & 0xc000c0) ==
                   0xc00000,
               "the left is not red");
        EXPECT((picture_pixel(large->body, large->length, 900, 30) & 0xc000c0) ==
                   0x0000c0,
               "the right is not blue");
    }
}

static void kept(void)
{
    const char *path = new_cover();
    struct answer *drawn = seen(path), *first, *second;

    EXPECT_HEADER(drawn, "Content-Type", "image/svg+xml");
    EXPECT_PROBLEM(edit("DELETE", path, NULL), 404, "not-found");
    EXPECT_STATUS(upload(path, "image/png", picture_png(50, 50)), 200);
    expect_sides(path, "large", 50, 50); /* never larger than it was */
    first = seen(text("%s?v=2", path));
    EXPECT_HEADER_HOLDS(first, "Cache-Control", "immutable");
    EXPECT_STATUS(
        CALL(.path = path, .token = editor()->token,
             .headers = {text("If-None-Match: %s", answer_header(first, "ETag"))}),
        304);
    EXPECT_STATUS(upload(path, "image/png", picture_png(60, 50)), 200);
    second = seen(text("%s?v=2", path)); /* an old address does not keep the new one */
    EXPECT(answer_header(second, "Cache-Control") == NULL ||
               strstr(answer_header(second, "Cache-Control"), "immutable") == NULL,
           "an old version is cached for ever");
    EXPECT_OTHER(answer_header(second, "ETag"), answer_header(first, "ETag"));
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    EXPECT_TEXT(seen(path)->body, drawn->body);
    EXPECT_PROBLEM(seen(text("%s?size=huge", path)), 400, "bad-parameter");
}

/* The picture as a camera held on its side stores it, and what it says beside it. */
static void turned(void)
{
    for (unsigned char orientation = 1; orientation <= 8; orientation++) {
        const char *path = new_cover();
        bool sideways = orientation >= 5;
        struct answer *shown;
        unsigned pixel;

        EXPECT_STATUS(upload(path, "image/jpeg",
                             picture_turned(300, 200, orientation, "gps-secret")),
                      200);
        expect_sides(path, "large", sideways ? 200 : 300, sideways ? 300 : 200);
        shown = seen(text("%s?size=large", path));
        EXPECT(memmem(shown->body, shown->length, "gps-secret", 10) == NULL &&
                   memmem(shown->body, shown->length, "Exif", 4) == NULL,
               "what the picture said is passed on");
        /* the stored left is red: where it lies after turning */
        pixel = picture_pixel(shown->body, shown->length, 10, 10);
        EXPECT((pixel > 0x800000) == (orientation == 1 || orientation == 4 ||
                                      orientation == 5 || orientation == 6),
               "orientation %d: top left is %06x", orientation, pixel);
    }
}

static void refused(void)
{
    static char large[2200000];
    struct file whole = picture_jpeg(400, 300), png = picture_png(300, 300);
    const struct {
        const char *type, *says;
        struct file file;
    } cases[] = {
        {"image/jpeg", "cut short", {whole.bytes, whole.length / 2}                  },
        {"image/png",  "damaged",   {png.bytes, png.length / 2}                      },
        {"image/jpeg", "no JPEG",   {(char[]){"<svg onload='alert(1)'/>"}, 24}       },
        {"image/jpeg", "cut short", {(char[]){"\xff\xd8\xff\xe0rubbish rubbish"}, 19}},
        {"image/png",  "pixels",    picture_bomb(60000,                                60000)},
        {"image/png",            "pixels",             picture_bomb(9000,                                           9000)},
        {"image/webp",       "is animated",                  picture_animated()             },
    };
    const char *path = new_cover();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer *answer = upload(path, cases[i].type, cases[i].file);

        EXPECT_PROBLEM(answer, 422, "invalid");
        EXPECT(strstr(text_at(answer, "/detail"), cases[i].says) != NULL, "%zu: %s", i,
               answer->body);
    }
    EXPECT_PROBLEM(upload(path, "image/gif", png), 415, "unsupported-media-type");
    EXPECT_PROBLEM(upload(path, "application/json", png), 415, "unsupported-media-type");
    EXPECT_PROBLEM(upload(path, "image/png", (struct file){large, sizeof large}), 413,
                   "too-large");
    EXPECT_HEADER(seen(path), "Content-Type", "image/svg+xml");
    EXPECT_PROBLEM(upload("/api/v1/albums/9007199254740991/cover", "image/png", png), 404,
                   "not-found");
}

/* Both a picture and a page: what is kept is made anew, without the page. */
static void polyglot(void)
{
    struct file png = picture_png(64, 64);
    const char tail[] = "<script>alert(1)</script>";
    char *both = malloc(png.length + sizeof tail);
    const char *path = new_cover();
    struct answer *shown;

    REQUIRE(both != NULL, "no memory");
    memcpy(both, png.bytes, png.length);
    memcpy(both + png.length, tail, sizeof tail);
    EXPECT_STATUS(
        upload(path, "image/png", (struct file){both, png.length + sizeof tail}), 200);
    shown = seen(path);
    EXPECT(memmem(shown->body, shown->length, "script", 6) == NULL, "the page is kept");
    free(both);
}

static void stale(void)
{
    const char *path = new_cover();
    struct file png = picture_png(30, 30);
    const struct call call = {.method = "PUT",
                              .path = path,
                              .token = editor()->token,
                              .type = "image/png",
                              .body = png.bytes,
                              .length = png.length,
                              .headers = {"If-Match: \"1-x\""}};

    EXPECT_STATUS(http(&call), 200);
    EXPECT_PROBLEM(http(&call), 412, "stale");
    EXPECT_PROBLEM(edit_if("\"1-x\"", "DELETE", path, NULL), 412, "stale");
}

static const struct test tests[] = {
    {"PUT /albums/{id}/cover: JPEG, PNG and WebP become three JPEGs",                  uploaded},
    {"GET /albums/{id}/cover: kept for ever by its version, drawn when there is none",
     kept                                                                                      },
    {"PUT /albums/{id}/cover: turned as its Exif says, of which nothing is left",      turned  },
    {"PUT /albums/{id}/cover: damaged, cut short, huge, animated or no picture: 422",
     refused                                                                                   },
    {"PUT /albums/{id}/cover: a page behind a picture is not kept",                    polyglot},
    {"PUT and DELETE /albums/{id}/cover: 412 for a version that is gone",              stale   },
};
const struct suite covers_suite = SUITE("covers", tests);
