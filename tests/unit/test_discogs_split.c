/* test_discogs_split.c - cutting a dump into records, whatever the bytes look like. */
#include "import/discogs_split.h"

#include "tool_unit.h"

#include "core/banned.h"

/* What came out: records in [], broken pieces' reasons in (). */
struct out {
    char text[4096];
    size_t length;
};

static void put(struct out *out, const char *before, const char *bytes, size_t length,
                const char *after)
{
    int n = snprintf(out->text + out->length, sizeof out->text - out->length, "%s%.*s%s",
                     before, (int)length, bytes, after);

    out->length += n > 0 ? (size_t)n : 0;
}

static void take_record(void *user, const char *bytes, size_t length)
{
    put(user, "[", bytes, length, "]");
}

static void take_broken(void *user, const char *bytes, size_t length, const char *reason)
{
    (void)bytes;
    (void)length;
    put(user, "(", reason, strlen(reason), ")");
}

/* Feeds `text` cut at each multiple of `step` bytes. */
static void split(const char *name, const char *text, size_t length, size_t step,
                  size_t limit, struct out *out)
{
    struct splitter splitter;

    splitter_init(&splitter, name);
    splitter.record = take_record;
    splitter.broken = take_broken;
    splitter.user = out;
    if (limit > 0)
        splitter.limit = limit;
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < length; i += step)
        CU_ASSERT_TRUE(
            splitter_feed(&splitter, text + i, length - i < step ? length - i : step));
    splitter_finish(&splitter);
    splitter_free(&splitter);
}

/* The same, whole and at every step down to single bytes. */
static void check(const char *name, const char *text, const char *wanted)
{
    size_t length = strlen(text);
    struct out out;

    bool same = true;

    for (size_t step = 1; same && step <= length; step++) {
        split(name, text, length, step, 0, &out);
        same = same_text(out.text, wanted);
        if (!same)
            printf("    fed by %zu bytes\n", step);
    }
    CU_ASSERT(same);
}

static void plain(void)
{
    check(
        "release",
        "<releases>\n<release id=\"1\"><a/></release>\n<release id=\"2\"></release>\n</releases>",
        "[<release id=\"1\"><a/></release>][<release id=\"2\"></release>]");
    check("master",
          "<masters><master id=\"1\"><main_release>5</main_release></master></masters>",
          "[<master id=\"1\"><main_release>5</main_release></master>]");
    check("artist", "<artists><artist><id>1</id></artist><artist/></artists>",
          "[<artist><id>1</id></artist>][<artist/>]");
}

static void single(void)
{
    check("release", "<release id=\"3\" status=\"Accepted\"><x/></release>",
          "[<release id=\"3\" status=\"Accepted\"><x/></release>]");
    check("label", "\xef\xbb\xbf<?xml version=\"1.0\"?><label><id>1</id></label>",
          "[<label><id>1</id></label>]");
}

static void longer_names(void)
{
    check(
        "release",
        "<releases><release_x/><release id=\"1\"><releases/><release-y></release-y></release></releases>",
        "[<release id=\"1\"><releases/><release-y></release-y></release>]");
}

static void nested_labels(void)
{
    check(
        "label",
        "<labels><label><id>1</id><sublabels><label>A</label><label id=\"2\">B</label></sublabels></label>"
        "<label><id>2</id></label></labels>",
        "[<label><id>1</id><sublabels><label>A</label><label id=\"2\">B</label></sublabels></label>]"
        "[<label><id>2</id></label>]");
    check("label", "<labels><label><sublabels/><id>1</id></label></labels>",
          "[<label><sublabels/><id>1</id></label>]");
}

static void sections(void)
{
    check(
        "release",
        "<releases><!-- <release id=\"9\"> --><release id=\"1\"><a><![CDATA[</release>]]></a></release>",
        "[<release id=\"1\"><a><![CDATA[</release>]]></a></release>]");
    check("release", "<release id=\"1\"><!-- </release> --></release>",
          "[<release id=\"1\"><!-- </release> --></release>]");
}

static void attributes(void)
{
    /* a `<` in a value is no XML */
    check("release", "<release id=\"1\" x=\"</release>\"></release><release id=\"2\"/>",
          "(its first tag is not closed)[<release id=\"2\"/>]");
    check("release", "<release id=\"1\" x='a>b' y=\"c/>d\"></release>",
          "[<release id=\"1\" x='a>b' y=\"c/>d\"></release>]");
}

static void not_closed(void)
{
    check("release",
          "<releases><release id=\"1\"><a><release id=\"2\"></release></releases>",
          "(it is not closed before the next one begins)[<release id=\"2\"></release>]");
    check("label", "<labels><label><id>1</id><label><id>2</id></label></labels>",
          "(it is not closed before the next one begins)[<label><id>2</id></label>]");
}

static void cut_off(void)
{
    check("release",
          "<releases><release id=\"1\"></release><release id=\"2\"><title>x</ti",
          "[<release id=\"1\"></release>](the file ends inside it)");
    check("release", "<release id=\"1\"><!-- <release id=\"2\"></release>",
          "(the file ends inside it)[<release id=\"2\"></release>]");
    check("label", "<labels><label><id>1</id><sublabels><label>A</label><label>B</label>",
          "(the file ends inside it)");
    check("label",
          "<labels><label><id>1</id><sublabels><label id=\"2\">B</label>"
          "<label><id>3</id></label><label><id>4</id></label></labels>",
          "(it is not closed before the next one begins)"
          "[<label><id>3</id></label>][<label><id>4</id></label>]");
}

static void stray_end(void)
{
    check("release", "</release><releases></release><release id=\"1\"/></releases>",
          "[<release id=\"1\"/>]");
}

static void control_characters(void)
{
    static const char text[] =
        "<release id=\"1\"><t>a\x07\0b</t></release><release id=\"2\"/>";
    struct out out;

    split("release", text, sizeof text - 1, 5, 0, &out);
    CU_ASSERT_TRUE(strncmp(out.text, "[<release id=\"1\"><t>a\x07", 21) == 0);
    CU_ASSERT_TRUE(strstr(out.text, "id=\"2\"") != NULL || out.length > 0);
}

static void too_long(void)
{
    const char *text =
        "<release id=\"1\"><t>0123456789012345678901234567890123456789</t></release>"
        "<release id=\"2\"></release>";
    struct out out;

    for (size_t step = 1; step < strlen(text); step++) {
        split("release", text, strlen(text), step, 40, &out);
        /* fed in one piece, the record is there before its length can matter */
        CU_ASSERT_TRUE(strstr(out.text, "[<release id=\"2\"></release>]") != NULL);
    }
    split("release", text, strlen(text), 10, 40, &out);
    CU_ASSERT_TRUE(
        same_text(out.text, "(it is longer than 16 MB)[<release id=\"2\"></release>]"));
}

static void bounded(void)
{
    struct splitter splitter;
    char rubbish[1000];
    struct out out = {0};

    memset(rubbish, 'x', sizeof rubbish);
    splitter_init(&splitter, "release");
    splitter.record = take_record;
    splitter.broken = take_broken;
    splitter.user = &out;
    splitter.limit = 10000;
    splitter_feed(&splitter, "<", 1);
    for (int i = 0; i < 1000; i++)
        splitter_feed(&splitter, rubbish, sizeof rubbish);
    CU_ASSERT_TRUE(splitter.buffer.length < 20000);
    splitter_free(&splitter);
}

int main(void)
{
    static const struct unit units[] = {
        {"records come out whole, wherever the bytes are cut",           plain             },
        {"a file may be a single record",                                single            },
        {"elements whose names only begin alike are no records",         longer_names      },
        {"labels nested in sublabels belong to their record",            nested_labels     },
        {"comments and CDATA sections hide what they hold",              sections          },
        {"attributes may hold > and />",                                 attributes        },
        {"a record that is not closed does not swallow the next",        not_closed        },
        {"a record that is cut off is named, and what it hid is found",  cut_off           },
        {"a stray end tag is passed over",                               stray_end         },
        {"control characters and NUL pass through",                      control_characters},
        {"a record beyond the limit is given up, the next one is found", too_long          },
        {"rubbish outside records takes bounded memory",                 bounded           },
    };

    return run_units("discogs_split", units, sizeof units / sizeof *units);
}
