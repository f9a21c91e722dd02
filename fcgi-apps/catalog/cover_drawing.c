/* cover_drawing.c - a sleeve drawn from an album's id, so that every album has one to
 * know it by. */
#include "catalog/cover_drawing.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/arena.h"

#include "core/banned.h"

#define SIDE 400
#define ROOM 8192

/* A drawing as it grows, and the numbers it is drawn from. */
struct drawing {
    char *text;
    size_t used;
    uint64_t state;
};

/* splitmix64 (Steele, Lea, Flood 2014): the next number, the same for the same id. */
static uint64_t next(struct drawing *drawing)
{
    uint64_t z = (drawing->state += UINT64_C(0x9e3779b97f4a7c15));

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static int pick(struct drawing *drawing, int least, int most)
{
    return least + (int)(next(drawing) % (uint64_t)(most - least + 1));
}

static void put(struct drawing *drawing, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void put(struct drawing *drawing, const char *format, ...)
{
    va_list arguments;
    int n;

    va_start(arguments, format);
    n = vsnprintf(drawing->text + drawing->used, ROOM - drawing->used, format, arguments);
    va_end(arguments);
    if (n > 0 && (size_t)n < ROOM - drawing->used)
        drawing->used += (size_t)n;
}

/* Circles about one middle, like grooves. */
static void draw_rings(struct drawing *drawing, int hue)
{
    int x = pick(drawing, 80, 320), y = pick(drawing, 80, 320),
        step = pick(drawing, 18, 34);

    for (int r = step * 9, i = 0; r > 0; r -= step, i++)
        put(drawing, "<circle cx='%d' cy='%d' r='%d' fill='hsl(%d 62%% %d%%)'/>", x, y, r,
            (hue + i * 14) % 360, i % 2 == 0 ? 30 + i * 4 : 78 - i * 3);
}

/* Bands across, each leaning. */
static void draw_bands(struct drawing *drawing, int hue)
{
    int lean = pick(drawing, -120, 120), y = -120;

    for (int i = 0; y < SIDE + 120; i++) {
        int height = pick(drawing, 20, 70);

        put(drawing, "<path d='M0 %dL400 %dV%dL0 %dZ' fill='hsl(%d 58%% %d%%)'/>", y,
            y + lean, y + lean + height, y + height, (hue + i * 23) % 360,
            i % 2 == 0 ? 34 : 70);
        y += height;
    }
}

/* A square of quarter discs, each turned its own way. */
static void draw_quarters(struct drawing *drawing, int hue)
{
    for (int i = 0; i < 16; i++) {
        int x = i % 4 * 100, y = i / 4 * 100, turn = pick(drawing, 0, 3) * 90,
            light = pick(drawing, 0, 2);

        put(drawing,
            "<path d='M0 0H100A100 100 0 0 1 0 100Z' fill='hsl(%d 60%% %d%%)' "
            "transform='translate(%d %d) rotate(%d 50 50)'/>",
            (hue + pick(drawing, 0, 3) * 40) % 360, 35 + light * 18, x, y, turn);
    }
}

/* Points scattered, some of them large. */
static void draw_points(struct drawing *drawing, int hue)
{
    for (int i = 0; i < 36; i++) {
        int r = i % 6 == 0 ? pick(drawing, 30, 80) : pick(drawing, 4, 20);

        put(drawing,
            "<circle cx='%d' cy='%d' r='%d' fill='hsl(%d 65%% %d%%)' fill-opacity='.8'/>",
            pick(drawing, 0, SIDE), pick(drawing, 0, SIDE), r,
            (hue + pick(drawing, 0, 4) * 30) % 360, pick(drawing, 35, 80));
    }
}

static void draw(struct drawing *drawing)
{
    static void (*const ways[])(struct drawing *, int) = {draw_rings, draw_bands,
                                                          draw_quarters, draw_points};
    int hue = pick(drawing, 0, 359);

    put(drawing,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' "
        "height='%d'>"
        "<rect width='%d' height='%d' fill='hsl(%d 40%% 20%%)'/>",
        SIDE, SIDE, SIDE, SIDE, SIDE, SIDE, (hue + 180) % 360);
    ways[pick(drawing, 0, 3)](drawing, hue);
    put(drawing, "</svg>");
}

const char *cover_draw(struct arena *arena, uint64_t id, size_t *length)
{
    struct drawing drawing = {.text = arena_alloc(arena, ROOM), .state = id};

    if (drawing.text == NULL)
        return NULL;
    draw(&drawing);
    *length = drawing.used;
    return drawing.text;
}
