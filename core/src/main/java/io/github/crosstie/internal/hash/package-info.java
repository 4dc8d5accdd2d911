/** Seeded 64-bit hashes of texts and numbers, for sets and columns that hold a hash in place of the thing. Not part of the API. */
@NullMarked
package io.github.crosstie.internal.hash;

import org.jspecify.annotations.NullMarked;
