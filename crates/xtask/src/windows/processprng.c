/* Wine before 9 has no bcryptprimitives.dll, from which Rust's standard library takes the randomness of its hash tables. This is
   one for the tests, out of what Wine has. Windows has its own. */

#include <stddef.h>
#include <windows.h>

#define RtlGenRandom SystemFunction036
BOOLEAN NTAPI RtlGenRandom(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
    while (length > 0) {
        ULONG some = length < 4096 ? (ULONG)length : 4096;
        if (!RtlGenRandom(buffer, some)) {
            return FALSE;
        }
        buffer += some;
        length -= some;
    }
    return TRUE;
}
