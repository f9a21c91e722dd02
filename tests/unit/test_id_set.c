/* test_id_set.c - ids that have been met. */
#include "base/id_set.h"

#include "tool_unit.h"

#include "core/banned.h"

static void add(void)
{
    static const uint32_t ids[] = {1, 2, 8, 1048575, 1048576, 900000001, UINT32_MAX, 0};
    static struct id_set set;

    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        CU_ASSERT_EQUAL(id_set_add(&set, ids[i]), 1);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        CU_ASSERT_EQUAL(id_set_add(&set, ids[i]), 0);
    CU_ASSERT_EQUAL(id_set_add(&set, 3), 1);
    id_set_free(&set);
    CU_ASSERT_EQUAL(id_set_add(&set, 1), 1);
    id_set_free(&set);
}

int main(void)
{
    static const struct unit units[] = {
        {"an id is new once, from the smallest to the greatest", add},
    };

    return run_units("id_set", units, sizeof units / sizeof *units);
}
