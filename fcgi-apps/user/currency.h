/* currency.h - the currencies of ISO 4217. */
#ifndef VH_USER_CURRENCY_H
#define VH_USER_CURRENCY_H

/* How many decimals amounts of a currency have (its minor unit): 0 of JPY, 2 of EUR, 3 of
   KWD; -1 if `code` is none of the codes in use. */
int currency_decimals(const char *code);

#endif
