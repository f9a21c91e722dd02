/* discogs_split.c - cuts a dump into records. */

#include "discogs_split.h"

#include <stdint.h>
#include <string.h>

#include "core/banned.h"

#define NONE SIZE_MAX
#define SUBLABELS "sublabels"
#define TOO_LONG "it is longer than 16 MB"

enum tag { OTHER, BEGIN, END, EMPTY };

void splitter_init(struct splitter *splitter, const char *name)
{
    *splitter = (struct splitter){
        .name = name, .name_length = strlen(name), .limit = RECORD_LIMIT, .start = NONE};
}

void splitter_free(struct splitter *splitter)
{
    buffer_free(&splitter->buffer);
}

/* Is the tag from `<` to `>` one of the element `name`, and which? */
static enum tag classify(const char *tag, size_t length, const char *name,
                         size_t name_length)
{
    size_t slash = tag[1] == '/';
    const char *after = tag + 1 + slash + name_length;

    if (length < 2 + slash + name_length ||
        memcmp(tag + 1 + slash, name, name_length) != 0 ||
        memchr(" \t\r\n/>", *after, 6) == NULL)
        return OTHER;
    if (slash)
        return END;
    return tag[length - 2] == '/' ? EMPTY : BEGIN;
}

/* What began at `start` is no record: says so and looks again for records it may have
   swallowed, from behind its `<` or that of a section that never ended. */
static void give_up(struct splitter *splitter, size_t length, const char *reason)
{
    bool too_long = length > splitter->limit;

    splitter->broken(splitter->user, splitter->buffer.data + splitter->start,
                     too_long ? splitter->limit : length, too_long ? TOO_LONG : reason);
    splitter->at = (splitter->until != NULL ? splitter->section : splitter->start) + 1;
    splitter->start = NONE;
    splitter->depth = 0;
    splitter->in_sublabels = false;
    splitter->until = NULL;
}

static void take_record(struct splitter *splitter, size_t end)
{
    if (end - splitter->start > splitter->limit) { /* its last bytes came all at once */
        give_up(splitter, end - splitter->start, TOO_LONG);
        return;
    }
    splitter->record(splitter->user, splitter->buffer.data + splitter->start,
                     end - splitter->start);
    splitter->start = NONE;
    splitter->depth = 0;
    splitter->in_sublabels = false;
}

/* A sublabel is a name; one that holds elements is the next record, and the present one
   was cut off. */
static bool is_next_label(const struct splitter *splitter, const char *tag)
{
    return splitter->in_sublabels && splitter->depth == 2 && tag[1] != '/' &&
           tag[1] != '!' && tag[1] != '?';
}

static void end_at(struct splitter *splitter, size_t next)
{
    give_up(splitter, next - splitter->start,
            "it is not closed before the next one begins");
    splitter->at = next;
}

/* A tag that is not of the record's element, in a dump of labels. */
static void take_other(struct splitter *splitter, const char *tag, size_t length)
{
    enum tag sublabels = classify(tag, length, SUBLABELS, sizeof SUBLABELS - 1);

    if (is_next_label(splitter, tag))
        end_at(splitter, splitter->start + splitter->nested);
    else if (sublabels == BEGIN || sublabels == END)
        splitter->in_sublabels = sublabels == BEGIN;
}

static void take_tag(struct splitter *splitter, size_t length)
{
    const char *tag = splitter->buffer.data + splitter->at;
    size_t here = splitter->at;
    enum tag kind = classify(tag, length, splitter->name, splitter->name_length);

    splitter->at += length;
    if (kind == OTHER) {
        if (splitter->name[0] == 'l')
            take_other(splitter, tag, length);
        return;
    }
    if (splitter->start == NONE && (kind == BEGIN || kind == EMPTY) &&
        !splitter->in_sublabels) {
        splitter->start = here;
        splitter->depth = kind == BEGIN;
    } else if (splitter->start == NONE) {
        return;
    } else if (kind == BEGIN && splitter->in_sublabels) {
        splitter->nested = here - splitter->start;
        splitter->depth++;
    } else if (kind == BEGIN) {
        end_at(splitter, here);
        return;
    } else if (kind == END) {
        splitter->depth--;
    }
    if (splitter->depth == 0)
        take_record(splitter, splitter->at);
}

/* The length of the tag at `at`; 0 if its end has not come yet. A `<` inside a tag is
   never right: `*length` is then what stands before it, and the tag counts as none. */
static size_t tag_length(const char *tag, size_t room, bool *broken)
{
    char quote = '\0';

    *broken = false;
    for (size_t i = 1; i < room; i++) {
        char c = tag[i];

        if (c == '<') {
            *broken = true;
            return i;
        }
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return 0;
}

/* At `<!--` or `<![CDATA[`: passes over the opening. 1 if so, 0 if it is neither, -1 if
 * more bytes must tell. */
static int take_section(struct splitter *splitter)
{
    static const struct {
        const char *opening, *until;
        size_t length;
    } sections[] = {
        {"<!--",      "-->", 4},
        {"<![CDATA[", "]]>", 9}
    };
    size_t room = splitter->buffer.length - splitter->at;

    for (size_t i = 0; i < 2; i++) {
        size_t length = sections[i].length;

        if (memcmp(splitter->buffer.data + splitter->at, sections[i].opening,
                   room < length ? room : length) != 0)
            continue;
        if (room < length)
            return -1;
        splitter->section = splitter->at;
        splitter->at += length;
        splitter->until = sections[i].until;
        return 1;
    }
    return 0;
}

static bool skip_section(struct splitter *splitter)
{
    const char *from = splitter->buffer.data + splitter->at;
    size_t room = splitter->buffer.length - splitter->at;
    const char *end = memmem(from, room, splitter->until, 3);

    if (end == NULL) {
        splitter->at += room < 2 ? 0 : room - 2; /* its first bytes may be there */
        return false;
    }
    splitter->at += (size_t)(end - from) + 3;
    splitter->until = NULL;
    return true;
}

/* A tag that another `<` cut short: inside a record that is for the parser to find. */
static void skip_broken_tag(struct splitter *splitter, size_t length)
{
    const char *tag = splitter->buffer.data + splitter->at;

    if (splitter->start == NONE && !splitter->in_sublabels &&
        length > splitter->name_length &&
        classify(tag, length, splitter->name, splitter->name_length) == BEGIN)
        splitter->broken(splitter->user, tag,
                         length < splitter->limit ? length : splitter->limit,
                         "its first tag is not closed");
    splitter->at += length;
}

/* Goes on to behind the next tag. False if more bytes are needed. */
static bool advance(struct splitter *splitter)
{
    const char *open;
    size_t length;
    bool broken;
    int section;

    if (splitter->until != NULL)
        return skip_section(splitter);
    open = splitter->at == splitter->buffer.length
               ? NULL
               : memchr(splitter->buffer.data + splitter->at, '<',
                        splitter->buffer.length - splitter->at);
    if (open == NULL) {
        splitter->at = splitter->buffer.length;
        return false;
    }
    splitter->at = (size_t)(open - splitter->buffer.data);
    section = take_section(splitter);
    if (section != 0)
        return section > 0;
    length = tag_length(open, splitter->buffer.length - splitter->at, &broken);
    if (broken)
        skip_broken_tag(splitter, length);
    else if (length > 0)
        take_tag(splitter, length);
    return length > 0;
}

static void scan(struct splitter *splitter)
{
    do {
        while (advance(splitter))
            ;
        size_t from = splitter->start == NONE ? splitter->at : splitter->start;

        if (splitter->buffer.length - from <= splitter->limit)
            return;
        if (splitter->start == NONE)
            splitter->at++; /* a `<` outside any record that never becomes a tag */
        else
            give_up(splitter, splitter->limit, TOO_LONG);
    } while (true);
}

bool splitter_feed(struct splitter *splitter, const char *bytes, size_t length)
{
    size_t done;

    buffer_add(&splitter->buffer, bytes, length);
    if (splitter->buffer.failed)
        return false;
    scan(splitter);
    done = splitter->start == NONE ? splitter->at : splitter->start;
    buffer_drop(&splitter->buffer, done);
    splitter->at -= done;
    splitter->section -= done;
    if (splitter->start != NONE)
        splitter->start = 0;
    return true;
}

void splitter_finish(struct splitter *splitter)
{
    while (splitter->start != NONE) {
        give_up(splitter, splitter->buffer.length - splitter->start,
                "the file ends inside it");
        scan(splitter);
    }
    if (splitter->until != NULL)
        splitter->broken(splitter->user, "", 0, "the file ends inside a comment");
    splitter->buffer.length = 0;
    splitter->at = 0;
    splitter->until = NULL;
}
