/* currency.c - the currencies of ISO 4217 (list one, amendment 176): those that money is
 * counted in, without funds, metals and testing codes. */
#include "user/currency.h"

#include <string.h>

#include "core/shape.h"

#include "core/banned.h"

static const char none[] =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

static const char two[] =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL "
    "GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK "
    "LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO "
    "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE "
    "SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES "
    "WST XCD XCG YER ZAR ZMW ZWG";

static const char three[] = "BHD IQD JOD KWD LYD OMR TND";

int currency_decimals(const char *code)
{
    if (text_is_among(code, two))
        return 2;
    if (text_is_among(code, none))
        return 0;
    return text_is_among(code, three) ? 3 : -1;
}
