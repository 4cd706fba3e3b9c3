#pragma once
// The low-level functions start immediately; EVP first reads a configuration and loads providers,
// which costs a short process 1.8 ms.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

// Writes 32 bytes to `digest`.
static inline void crypto_sha256(const void *bytes, size_t count, unsigned char *digest) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes, count);
    SHA256_Final(digest, &context);
}
