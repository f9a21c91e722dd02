/* service_keys.h - the keys that services sign their calls to each other with. */
#ifndef VH_SERVICE_KEYS_H
#define VH_SERVICE_KEYS_H

/* The services' keys, unless `public_path` is there: service-NAME.jwk beside it, and in
   it the public halves. NULL: nothing is to be made. DONE or FAILED. */
int service_keys_make(const char *public_path);

#endif
