/* search_sort.c - more numbers than memory holds, in order. */
#include "search_sort.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

#include "core/banned.h"

#define RUN_NUMBERS (4u << 20)
#define RUNS_MOST 1024
#define READ_NUMBERS 8192 /* of each run at a time while merging */
#define DIGITS 2048       /* 11 bits */

struct run {
    FILE *file; /* NULL: the last run, in memory */
    uint64_t *numbers;
    size_t at, count;
};

struct sorter {
    uint64_t *numbers, *spare;
    size_t count;
    struct run runs[RUNS_MOST];
    size_t run_count;
    unsigned heap[RUNS_MOST]; /* runs that have something left, the least in front */
    size_t heaped;
    uint64_t last;
    bool taken;
};

struct sorter *sorter_new(void)
{
    struct sorter *sorter = calloc(1, sizeof *sorter);

    if (sorter == NULL)
        return NULL;
    sorter->numbers = malloc(RUN_NUMBERS * sizeof *sorter->numbers);
    sorter->spare = malloc(RUN_NUMBERS * sizeof *sorter->spare);
    if (sorter->numbers == NULL || sorter->spare == NULL)
        sorter_free(&sorter);
    return sorter;
}

void sorter_clear(struct sorter *sorter)
{
    for (size_t i = 0; i < sorter->run_count; i++) {
        if (sorter->runs[i].file == NULL)
            continue;
        fclose(sorter->runs[i].file);
        free(sorter->runs[i].numbers);
    }
    sorter->count = sorter->run_count = sorter->heaped = 0;
    sorter->taken = false;
}

void sorter_free(struct sorter **sorter)
{
    if (*sorter == NULL)
        return;
    sorter_clear(*sorter);
    free((*sorter)->numbers);
    free((*sorter)->spare);
    free(*sorter);
    *sorter = NULL;
}

/* One pass of a radix sort, by the digit at `shift`; false if all have the same there. */
static bool pass(const uint64_t *from, uint64_t *to, size_t count, unsigned shift)
{
    size_t places[DIGITS] = {0}, sum = 0;

    for (size_t i = 0; i < count; i++)
        places[from[i] >> shift & (DIGITS - 1)]++;
    if (count == 0 || places[from[0] >> shift & (DIGITS - 1)] == count)
        return false;
    for (size_t i = 0; i < DIGITS; i++) {
        size_t here = places[i];

        places[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++)
        to[places[from[i] >> shift & (DIGITS - 1)]++] = from[i];
    return true;
}

static void sort_run(struct sorter *sorter)
{
    for (unsigned shift = 0; shift < 64; shift += 11) {
        uint64_t *sorted = sorter->spare;

        if (!pass(sorter->numbers, sorted, sorter->count, shift))
            continue;
        sorter->spare = sorter->numbers;
        sorter->numbers = sorted;
    }
}

static bool complain_file(void)
{
    complain("a temporary file: %s", strerror(errno));
    return false;
}

static bool write_run(struct sorter *sorter)
{
    struct run *run = &sorter->runs[sorter->run_count];

    if (sorter->run_count == RUNS_MOST - 1) {
        complain("too much to sort");
        return false;
    }
    sort_run(sorter);
    *run = (struct run){.file = tmpfile()};
    if (run->file == NULL)
        return complain_file();
    sorter->run_count++;
    run->numbers = malloc(READ_NUMBERS * sizeof *run->numbers);
    setvbuf(run->file, NULL, _IONBF, 0);
    if (run->numbers == NULL ||
        fwrite(sorter->numbers, sizeof *sorter->numbers, sorter->count, run->file) !=
            sorter->count ||
        fseeko(run->file, 0, SEEK_SET) != 0)
        return complain_file();
    sorter->count = 0;
    return true;
}

bool sorter_put(struct sorter *sorter, uint64_t number)
{
    if (sorter->count == RUN_NUMBERS && !write_run(sorter))
        return false;
    sorter->numbers[sorter->count++] = number;
    return true;
}

/* Has the run a next number? Reads on. -1 if the file fails. */
static int fill(struct run *run)
{
    if (run->at < run->count)
        return 1;
    if (run->file == NULL)
        return 0;
    run->at = 0;
    run->count = fread(run->numbers, sizeof *run->numbers, READ_NUMBERS, run->file);
    if (run->count > 0)
        return 1;
    return ferror(run->file) ? -1 : 0;
}

static uint64_t front(const struct sorter *sorter, size_t place)
{
    const struct run *run = &sorter->runs[sorter->heap[place]];

    return run->numbers[run->at];
}

static void sink(struct sorter *sorter, size_t place)
{
    for (;;) {
        size_t least = place, left = 2 * place + 1;
        unsigned moved;

        for (size_t i = left; i < left + 2 && i < sorter->heaped; i++)
            if (front(sorter, i) < front(sorter, least))
                least = i;
        if (least == place)
            return;
        moved = sorter->heap[least];
        sorter->heap[least] = sorter->heap[place];
        sorter->heap[place] = moved;
        place = least;
    }
}

bool sorter_turn(struct sorter *sorter)
{
    sort_run(sorter);
    sorter->runs[sorter->run_count++] =
        (struct run){.numbers = sorter->numbers, .count = sorter->count};
    for (unsigned i = 0; i < sorter->run_count; i++) {
        int more = fill(&sorter->runs[i]);

        if (more < 0)
            return complain_file();
        if (more > 0)
            sorter->heap[sorter->heaped++] = i;
    }
    for (size_t i = sorter->heaped / 2 + 1; i-- > 0;)
        sink(sorter, i);
    return true;
}

int sorter_take(struct sorter *sorter, uint64_t *number)
{
    while (sorter->heaped > 0) {
        uint64_t least = front(sorter, 0);
        struct run *run = &sorter->runs[sorter->heap[0]];
        int more;

        run->at++;
        more = fill(run);
        if (more < 0)
            return complain_file() ? 0 : -1;
        if (more == 0)
            sorter->heap[0] = sorter->heap[--sorter->heaped];
        sink(sorter, 0);
        if (sorter->taken && least == sorter->last)
            continue;
        sorter->taken = true;
        sorter->last = *number = least;
        return 1;
    }
    return 0;
}
