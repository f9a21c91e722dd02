/* discogs_tracks.c - from a release's track list to rows, and which of its tracks are
 * songs. */

#include <string.h>

#include "discogs_credit.h"
#include "discogs_node.h"
#include "discogs_place.h"
#include "discogs_record.h"
#include "discogs_text.h"

#include "core/banned.h"

struct list {
    struct reading *reading;
    struct numbering numbering;
    bool positioned; /* some track has a position: one without may be a heading */
    unsigned seq;
};

#define PARTS_DEEP 8

static const struct node *parts_of(const struct node *track)
{
    return node_child(node_child(track, "sub_tracks"), "track");
}

static bool has_position(const struct node *track)
{
    const char *position = node_text(track, "position");

    return position != NULL && position[strspn(position, " \t\r\n")] != '\0';
}

static bool any_position(const struct node *track)
{
    while (track != NULL && !has_position(track))
        track = track->next;
    return track != NULL;
}

/* A track that has parts with positions of their own is told by them; one with neither
   position, duration nor parts is a heading, unless the whole list has no positions. */
static bool is_song(const struct list *list, const struct node *track)
{
    const struct node *parts = parts_of(track);

    if (parts != NULL)
        return !any_position(parts);
    if (has_position(track) || node_text(track, "duration") != NULL)
        return true;
    return !list->positioned && node_text(track, "title") != NULL;
}

static void put_duration(struct list *list, struct rows *rows, const struct node *track)
{
    const char *text = text_line(list->reading->arena, node_text(track, "duration"));
    int64_t seconds = text_duration(text);

    list->reading->batch->read.durations += text != NULL && seconds < 0;
    if (seconds < 0)
        rows_none(rows);
    else
        rows_number(rows, (uint64_t)seconds);
}

static void put_number(struct list *list, struct rows *rows, const char *position,
                       bool song)
{
    unsigned disc, number;

    if (!song) {
        rows_none(rows);
        rows_none(rows);
        return;
    }
    numbering_next(&list->numbering, position, &disc, &number);
    rows_number(rows, disc);
    rows_number(rows, number);
    list->reading->batch->read.songs++;
}

/* The track's row. `parent` is the seq of the index track it is part of, or 0. */
static bool put_track(struct list *list, const struct node *track, unsigned parent,
                      bool song)
{
    struct reading *reading = list->reading;
    struct rows *rows = &reading->batch->rows[T_TRACKS];
    struct credit *credits = credits_read(reading->arena, node_child(track, "artists"));
    const char *position = text_line(reading->arena, node_text(track, "position"));

    if (list->seq == LIST_MOST) {
        reading->reason = "more than 65,535 tracks";
        return false;
    }
    reading_people(reading, credits);
    rows_number(rows, reading->id);
    rows_number(rows, ++list->seq);
    rows_id(rows, parent);
    rows_text(rows, position);
    rows_text(rows, text_line(reading->arena, node_text(track, "title")));
    rows_text(rows, credits_text(reading->arena, credits));
    rows_id(rows, credits_first(credits));
    put_duration(list, rows, track);
    put_number(list, rows, position, song);
    rows_end(rows);
    return true;
}

/* The parts of a track, and theirs. They are songs if they have positions, and are not
   told by parts of their own. */
static bool put_parts(struct list *list, const struct node *track, bool songs,
                      unsigned depth)
{
    const struct node *part = depth < PARTS_DEEP ? parts_of(track) : NULL;
    unsigned parent = list->seq;

    songs = songs && any_position(part);
    for (; part != NULL; part = part->next) {
        if (!put_track(list, part, parent, songs && !any_position(parts_of(part))) ||
            !put_parts(list, part, songs, depth + 1))
            return false;
        list->reading->batch->read.sub_tracks++;
    }
    return true;
}

static bool put_tracks(struct list *list, const struct node *track)
{
    for (const struct node *each = track; each != NULL && !list->positioned;
         each = each->next)
        list->positioned = has_position(each) || any_position(parts_of(each));
    for (; track != NULL; track = track->next) {
        if (!put_track(list, track, 0, is_song(list, track)) ||
            !put_parts(list, track, true, 0))
            return false;
        list->reading->batch->read.tracks++;
    }
    return true;
}

bool tracks_read(struct reading *reading, unsigned discs)
{
    struct list list = {.reading = reading};

    numbering_init(&list.numbering, discs);
    return put_tracks(&list,
                      node_child(node_child(reading->record, "tracklist"), "track"));
}
