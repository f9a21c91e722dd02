/* test_ratings_file.c - ratings from files of anybody's. */
#include "recommend/ratings_file.h"

#include <unistd.h>
#include <zlib.h>

#include "tool_unit.h"

#include "core/banned.h"

static char path[] = "/tmp/vh-ratings-XXXXXX";

static bool read_text(const char *text, bool weights, struct ratings_file *out)
{
    FILE *file = fopen(path, "w");

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
    return ratings_file_read(path, weights, out);
}

/* The value at a place, 0 for none. */
static double at(const struct ratings_file *file, uint32_t user, uint32_t item)
{
    const struct matrix *m = &file->by_user;

    for (size_t k = m->start[user]; k < m->start[user + 1]; k++)
        if (m->column[k] == item)
            return (double)m->value[k];
    return 0;
}

/* Three ratings of two users and two items, however they are written. */
static void holds_three(const char *text, const char *parted_by, bool header)
{
    struct ratings_file file;

    CU_ASSERT_FATAL(read_text(text, false, &file));
    CU_ASSERT(same_text(file.parted_by, parted_by));
    CU_ASSERT_EQUAL(file.header, header);
    CU_ASSERT_EQUAL(file.lines, 3);
    CU_ASSERT_EQUAL(file.bad, 0);
    CU_ASSERT_EQUAL(file.by_user.rows, 2);
    CU_ASSERT_EQUAL(file.by_user.columns, 2);
    CU_ASSERT_EQUAL(matrix_count(&file.by_user), 3);
    CU_ASSERT_EQUAL(at(&file, 0, 0), 4.5);
    CU_ASSERT_EQUAL(at(&file, 0, 1), 3);
    CU_ASSERT_EQUAL(at(&file, 1, 1), 5);
    ratings_file_free(&file);
}

static void partings(void)
{
    holds_three("1,10,4.5\n1,20,3\n2,20,5\n", "commas", false);
    holds_three("u\ti\t4.5\t88\nu\tj\t3\t88\nv\tj\t5\t88", "tabs", false);
    holds_three("1::10::4.5::97\r\n1::20::3::97\r\n2::20::5::97\r\n", "double colons",
                false);
    holds_three("1 10 4.5\n\n1   20 3 \n2 20\t5\n", "blanks", false);
    holds_three("1;10;4.5\n1;20;3\n2;20;5\n", "semicolons", false);
    holds_three("\xef\xbb\xbfuserId,movieId,rating,timestamp\n1,10,4.5,1\n1,20,3,2\n"
                "2,20,5,3\n",
                "commas", true);
    holds_three("userID\tartistID\tweight\r\n99999999999999999999\t10\t4.5\r\n"
                "99999999999999999999\t20\t3\r\n18446744073709551616\t20\t5",
                "tabs", true);
    holds_three("\"user\",\"item\",\"rating\"\n\"a, b\",\"say \"\"so\"\"\",\"4.5\"\n"
                "\"a, b\",x,3\n c , x , 5 \n",
                "commas", true);
}

static void repeated_lines(void)
{
    struct ratings_file file;

    CU_ASSERT_FATAL(read_text("a,x,1\nb,x,5\na,x,4\na,y,2\na,x,3\n", false, &file));
    CU_ASSERT_EQUAL(file.duplicates, 2);
    CU_ASSERT_EQUAL(matrix_count(&file.by_user), 3);
    CU_ASSERT_EQUAL(at(&file, 0, 0), 3);
    ratings_file_free(&file);
}

static void bad_lines(void)
{
    struct ratings_file file;

    CU_ASSERT_FATAL(read_text(
        "a,x,1\na,x\n,x,3\na,y,good\na,y,-1\na,y,nan\na,y,1e999\na,y,0\nb,y,5\n", false,
        &file));
    CU_ASSERT_EQUAL(file.lines, 9);
    CU_ASSERT_EQUAL(file.bad, 6);
    CU_ASSERT_EQUAL(file.unrated, 1);
    CU_ASSERT_EQUAL(matrix_count(&file.by_user), 2);
    CU_ASSERT_EQUAL(file.shown[0].line, 2);
    CU_ASSERT(same_text(file.shown[0].why, "has no third field"));
    CU_ASSERT_EQUAL(file.shown[2].line, 4);
    CU_ASSERT(same_text(file.shown[2].why, "has a third field that is no number"));
    ratings_file_free(&file);
    CU_ASSERT_FALSE(read_text("a,x,1\ra,y,2\rb,y,3\r", false, &file));
    CU_ASSERT(same_text(file.shown[0].why, "has a carriage return within"));
}

static void scales(void)
{
    struct ratings_file file;

    CU_ASSERT_FATAL(read_text("a,x,10\na,y,7\n", false, &file));
    CU_ASSERT_EQUAL(at(&file, 0, 0), 5);
    CU_ASSERT_EQUAL(at(&file, 0, 1), 3.5);
    ratings_file_free(&file);
    CU_ASSERT_FATAL(read_text("a,x,100\na,y,70\n", false, &file));
    CU_ASSERT_EQUAL(at(&file, 0, 0), 5);
    CU_ASSERT_EQUAL(at(&file, 0, 1), 3.5);
    ratings_file_free(&file);
    CU_ASSERT_FALSE(read_text("a,x,13000\na,y,7\n", false, &file));
    CU_ASSERT_FALSE(read_text("a,x,1\na,y,1\n", false, &file));
    CU_ASSERT_FATAL(read_text("a x 13000\na y 7\n", true, &file));
    CU_ASSERT_EQUAL(at(&file, 0, 0), 13000);
    ratings_file_free(&file);
}

static void no_ratings(void)
{
    struct ratings_file file;

    CU_ASSERT_FALSE(read_text("", false, &file));
    CU_ASSERT_FALSE(read_text("user,item,rating\n", false, &file));
    CU_ASSERT_FALSE(read_text("\x1b[2J\n\n", false, &file));
    CU_ASSERT_FALSE(ratings_file_read("/nowhere/ratings", false, &file));
}

static void zipped(void)
{
    struct ratings_file file;
    gzFile out = gzopen(path, "wb");

    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    gzputs(out, "a,x,5\nb,x,4\n");
    gzclose(out);
    CU_ASSERT_FATAL(ratings_file_read(path, false, &file));
    CU_ASSERT_EQUAL(matrix_count(&file.by_user), 2);
    ratings_file_free(&file);
    CU_ASSERT_EQUAL(truncate(path, 20), 0);
    CU_ASSERT_FALSE(ratings_file_read(path, false, &file));
}

static void long_lines(void)
{
    struct ratings_file file;
    char text[12000] = "a,x,5\n";

    memset(text + 6, 'z', 9000);
    memcpy(text + 9006, "\nb,x,4\n", 8);
    CU_ASSERT_FATAL(read_text(text, false, &file));
    CU_ASSERT_EQUAL(file.bad, 1);
    CU_ASSERT_EQUAL(matrix_count(&file.by_user), 2);
    ratings_file_free(&file);
}

int main(void)
{
    static const struct unit units[] = {
        {"commas, semicolons, tabs, colons, blanks, quotes and CRLF are read alike",
         partings                                                                                  },
        {"of lines for one user and item the last counts",                           repeated_lines},
        {"bad lines are skipped, counted, and the first are told",                   bad_lines     },
        {"scales to 5, 10 and 100 become stars; others are refused",                 scales        },
        {"a file without ratings is refused",                                        no_ratings    },
        {"gzip is read; broken gzip is refused",                                     zipped        },
        {"a line beyond all bounds is skipped whole",                                long_lines    },
    };
    int status, fd = mkstemp(path);

    if (fd < 0)
        return EXIT_FAILURE;
    close(fd);
    status = run_units("ratings_file", units, sizeof units / sizeof *units);
    unlink(path);
    return status;
}
