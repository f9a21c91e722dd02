/* memory.c - the cover program's memory. */
#include <stdlib.h>

#include "cover/picture.h"

#include "core/banned.h"

void *take_memory(size_t size)
{
    void *memory = malloc(size);

    if (memory == NULL)
        refuse("is too large");
    return memory;
}

void give_memory(void *memory)
{
    free(memory);
}
