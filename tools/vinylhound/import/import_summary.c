/* import_summary.c - what came of an import, in figures. */
#include "import_summary.h"

#include <inttypes.h>

#include "core/banned.h"

static void print_kind(const struct summary *summary, enum kind kind, FILE *out)
{
    const struct read_totals *totals = &summary->totals[kind];
    const uint64_t *counted = summary->store.loader.counted[kind];
    uint64_t skipped = 0;
    const char *before = " (";

    for (int i = 0; i < TROUBLES; i++)
        skipped += summary->report.counts[kind][i];
    fprintf(out,
            "%-9s%9" PRIu64 " read %9" PRIu64 " added %9" PRIu64 " updated %9" PRIu64
            " unchanged %6" PRIu64 " skipped",
            kind_name(kind), totals->counts.records + skipped, counted[ADDED],
            counted[UPDATED], counted[SAME], skipped);
    for (int i = 0; i < TROUBLES; i++) {
        if (summary->report.counts[kind][i] == 0)
            continue;
        fprintf(out, "%s%" PRIu64 " %s", before, summary->report.counts[kind][i],
                trouble_name((enum trouble)i));
        before = ", ";
    }
    fprintf(out, "%s  %.0f/s\n", skipped == 0 ? "" : ")",
            totals->seconds > 0 ? (double)totals->counts.records / totals->seconds : 0.0);
}

static uint64_t sum(const struct summary *summary, enum counted counted)
{
    uint64_t all = 0;

    for (int kind = 0; kind < KINDS; kind++)
        all += summary->store.loader.counted[kind][counted] +
               summary->ahead.loader.counted[kind][counted];
    return all;
}

static void print_some(FILE *out, uint64_t count, const char *what)
{
    if (count > 0)
        fprintf(out, "%18" PRIu64 " %s\n", count, what);
}

/* A table's name without what marks a temporary one. */
static const char *lasting_name(const struct staging *table)
{
    return table->name + (table->more == NULL ? 0 : sizeof "import_" - 1);
}

static void print_cuts(const struct summary *summary, FILE *out)
{
    for (int i = 0; i < TABLES; i++) {
        for (int j = 0; staging_tables[i].columns[j].name != NULL; j++) {
            uint64_t cuts = 0;

            for (int kind = 0; kind < KINDS; kind++)
                cuts += summary->totals[kind].cuts[i][j];
            if (cuts > 0)
                fprintf(out, "%18" PRIu64 " texts cut to the %u characters of %s.%s\n",
                        cuts, staging_tables[i].columns[j].width,
                        lasting_name(&staging_tables[i]),
                        staging_tables[i].columns[j].name);
        }
    }
}

void summary_print(const struct summary *summary, FILE *out)
{
    const struct reading_counts *releases = &summary->totals[RELEASES].counts;

    for (int kind = 0; kind < KINDS; kind++)
        if (summary->totals[kind].files > 0)
            print_kind(summary, (enum kind)kind, out);
    print_some(out, releases->tracks, "tracks in the releases read");
    print_some(out, releases->sub_tracks, "sub-tracks, the parts of index tracks");
    print_some(out, releases->durations + summary->totals[MASTERS].counts.durations,
               "durations not understood");
    print_some(out, releases->dates, "release dates not understood");
    print_some(out, sum(summary, NEW_ALBUMS), "albums made from releases");
    print_some(out, sum(summary, DROPPED_ALBUMS),
               "albums dropped, whose releases have another now");
    print_some(out, sum(summary, KEPT_EDITS),
               "artists and albums keep what editors have set");
    print_some(out, sum(summary, NEW_ARTISTS), "artists known from credits alone");
    print_some(out, sum(summary, NEW_LABELS), "labels known from releases alone");
    print_cuts(summary, out);
    if (summary->report.damaged > 0)
        fprintf(out, "%18" PRIu64 " files could not be read to their end\n",
                summary->report.damaged);
    fflush(out);
}
