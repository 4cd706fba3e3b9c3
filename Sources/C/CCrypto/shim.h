#pragma once
// The plain functions start at once; EVP first reads a configuration and loads providers, which
// costs a short process 1.8 ms.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

// Writes 32 bytes to `digest`.
static inline void crypto_sha256(const void *bytes, size_t count, unsigned char *digest) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes, count);
    SHA256_Final(digest, &context);
}

// Writes 32 bytes to `code`; false where the library refuses.
static inline int crypto_hmac_sha256(
    const void *key, size_t keyCount, const void *bytes, size_t count, unsigned char *code) {
    unsigned int written = 0;
    return HMAC(EVP_sha256(), key, (int)keyCount, (const unsigned char *)bytes, count, code,
                &written) != NULL && written == 32;
}
