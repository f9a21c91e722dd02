/* banned.h - calls that cannot be used safely; the last include of each C file. */
#ifndef VH_BANNED_H
#define VH_BANNED_H

#pragma GCC poison strcpy strcat sprintf vsprintf strtok gets atoi

#endif
