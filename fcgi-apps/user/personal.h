/* personal.h - what the user service holds on somebody, beside the profile and the lines.
 */
#ifndef VH_USER_PERSONAL_H
#define VH_USER_PERSONAL_H

#include "core/personal.h"

extern const struct personal user_personal[];
extern const size_t user_personal_count;

#endif
